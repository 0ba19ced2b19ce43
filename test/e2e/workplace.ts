import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** «Рабочее место» and the frame around it, by the names a consultant sees. */
export class Workplace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the console and waits until its phone is registered. */
  async open(link: string): Promise<this> {
    await this.page.goto(link);
    await expect(this.phone('Телефон подключён')).toBeVisible();
    return this;
  }

  /** The phone's state in the top bar, in words. */
  phone(words: string): Locator {
    return this.page.getByRole('banner').getByRole('status').filter({ hasText: words });
  }

  /** The consultant's state in the top bar: «Готов», «Оформление»… */
  state(words: string | RegExp): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: words });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Pastes a text into a field, as from another program. What is not named is no longer granted: the microphone is. */
  async paste(name: string, text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write', 'microphone']);
    await this.page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await this.field(name).press('ControlOrMeta+V');
  }

  text(words: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(words);
  }

  /** What stands over the time: the stage of the consultation, how it ended. */
  stage(words: string): Locator {
    return this.page.getByRole('main').getByText(words, { exact: true });
  }

  get timer(): Locator {
    return this.page.getByRole('timer', { name: 'Время консультации' });
  }

  /** Consultation time left, seconds. */
  async secondsLeft(): Promise<number> {
    const [minutes, seconds] = (await this.timer.innerText()).split(':').map(Number);
    return (minutes ?? NaN) * 60 + (seconds ?? NaN);
  }

  get comment(): Locator {
    return this.field('Комментарий');
  }

  /** What was typed last is on disk. */
  get saved(): Locator {
    return this.page.getByText('Сохранено', { exact: true });
  }

  get secondCall(): Locator {
    return this.page.getByRole('region', { name: 'Второй звонок' });
  }

  /** Inquiry number of the consultation on the card. */
  async inquiry(): Promise<string> {
    const words = await this.page.getByText(/^обращение \S+$/).innerText();
    return words.replace('обращение ', '');
  }

  /** Answers the call that rings, or is about to. */
  async answer(): Promise<void> {
    await this.button('Ответить').click();
    await expect(this.timer).toBeVisible();
  }

  async go(section: 'Рабочее место' | 'События' | 'Журнал' | 'Настройки'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: section }).click();
  }

  /** Chooses from a closed list: «Тема», «Результат». */
  async choose(list: string, item: string): Promise<void> {
    await this.page.getByRole('combobox', { name: list, exact: true }).click();
    await this.page.getByRole('option', { name: item }).click();
  }

  /** Opens «Действия» and chooses one of them. */
  async action(name: string): Promise<void> {
    await this.button('Действия').click();
    await this.page.getByRole('menuitem', { name, exact: false }).click();
  }

  /** The panel «Сказать пользователю». */
  get saying(): Locator {
    return this.page.getByRole('dialog', { name: 'Сказать пользователю' });
  }

  /** Finds a user by «Поиск» and takes the answer with this name: the caller has confirmed it. */
  async identify(typed: string, found: string): Promise<void> {
    await this.field('Поиск').fill(typed);
    await this.page.getByRole('option', { name: found }).first().click();
  }

  /** Says what the conversation was about and what came of it, and closes it. */
  async closeAs(topic: string, outcome: string): Promise<void> {
    await this.choose('Тема', topic);
    await this.choose('Результат', outcome);
    await this.button('Закрыть консультацию').click();
    await expect(this.page.getByRole('region', { name: 'Сегодня' })).toBeVisible();
  }

  /** «Разговор не состоялся» with its reason: the shortest true way to close what nobody said anything in. */
  async closeAsNotHeld(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Разговор не состоялся' }).click();
    await this.page.getByRole('menuitem', { name: reason }).click();
    await this.button('Закрыть консультацию').click();
  }
}
