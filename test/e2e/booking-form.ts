import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** «Записать событие»: the consultant's booking form, beside the call or over the list. */
export class BookingForm {
  readonly form: Locator;

  constructor(page: Page) {
    this.form = page.getByRole('dialog', { name: 'Записать событие' });
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }

  /** The due-by that will hold, with its rule in words. */
  get due(): Locator {
    return this.form.getByRole('status', { name: 'Срок обработки' });
  }

  async whose(choice: 'Мне' | 'В очередь'): Promise<void> {
    await this.form.getByRole('radiogroup', { name: 'Кому' }).getByText(choice, { exact: true }).click();
  }

  /** «Записать», whatever the form says to it. */
  async submit(): Promise<void> {
    await this.form.getByRole('button', { name: 'Записать', exact: true }).click();
  }

  /** Books what the form holds. */
  async save(): Promise<void> {
    await this.submit();
    await expect(this.form).toBeHidden();
  }
}
