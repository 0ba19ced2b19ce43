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

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
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

  async beReady(): Promise<void> {
    await this.button('Готов к звонкам').click();
    await expect(this.page.getByText('Ждём звонка')).toBeVisible();
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

  /** «Разговор не состоялся» with its reason: the shortest true way to close what nobody said anything in. */
  async closeAsNotHeld(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Разговор не состоялся' }).click();
    await this.page.getByRole('menuitem', { name: reason }).click();
    await this.button('Закрыть консультацию').click();
  }
}
