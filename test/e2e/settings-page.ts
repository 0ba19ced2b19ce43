import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Workplace } from './workplace.ts';

/** «Настройки»: the devices, and in the part «Линия» the pages of leads and users. */
export class SettingsPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(workplace: Workplace): Promise<SettingsPage> {
    await workplace.go('Настройки');
    return new SettingsPage(workplace.page);
  }

  /** Switches the pages on, on a port of this computer. */
  async openPages(port: number): Promise<void> {
    await this.#page.getByRole('switch', { name: 'Открыть страницы для других компьютеров' }).click();
    await this.#page.getByRole('textbox', { name: 'Порт' }).fill(String(port));
    await this.#page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  }

  /** The chosen device of a kind: «Микрофон», «Наушники», «Сигнал вызова». */
  device(kind: string): Locator {
    return this.#page.getByRole('combobox', { name: kind, exact: true });
  }

  /** Adds a device it rings on. */
  async ringOn(device: string): Promise<void> {
    // The field lies under its pills: a click there opens the list.
    await this.#page.getByRole('combobox', { name: 'Сигнал вызова', exact: true }).click({ force: true });
    await this.#page.getByRole('option', { name: device, exact: true }).click();
    await this.#page.keyboard.press('Escape');
  }

  /** The «Проверить» of a device. */
  test(device: string): Locator {
    return this.#page.getByRole('button', { name: `Проверить: ${device}` });
  }

  leadLink(): Promise<string> {
    return this.#link('Ссылка старшего смены');
  }

  bookingLink(): Promise<string> {
    return this.#link('Страница пользователей');
  }

  async #link(name: string): Promise<string> {
    const field = this.#page.getByRole('textbox', { name });
    await expect(field).toHaveValue(/^http:/);
    return field.inputValue();
  }
}
