import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The users' page: «Заказать обратный звонок», and what is behind the secret link. */
export class BookingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** State of the line, or of the booked call, in the words of the page's first lines. */
  says(words: string | RegExp): Locator {
    return this.page.getByText(words).first();
  }

  /** Fills the form as a user would and sends it. */
  async book(user: { name: string; phone: string; organisation: string; topic: string }): Promise<void> {
    await this.page.getByLabel('Как к вам обращаться').fill(user.name);
    await this.page.getByLabel('Телефон').fill(user.phone);
    await this.page.getByLabel('Организация').fill(user.organisation);
    await this.page.getByLabel('О чём вопрос').selectOption({ label: user.topic });
    await this.page.getByLabel('согласие на обработку персональных данных').check();
    await this.page.getByRole('button', { name: 'Позвоните мне' }).click();
    await expect(this.page.getByRole('heading', { name: 'Звонок заказан' })).toBeVisible();
  }

  /** What has become of the booked call, by the page's heading. */
  async expectStatus(heading: string): Promise<void> {
    await expect(async () => {
      await this.page.reload();
      await expect(this.page.getByRole('heading', { name: heading })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
  }
}
