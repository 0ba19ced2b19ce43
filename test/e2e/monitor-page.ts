import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** «Монитор линии»: the lead's own page. */
export class MonitorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the monitor by the lead's own link. */
  async open(link: string): Promise<this> {
    await this.page.goto(link);
    await expect(this.page.getByRole('heading', { name: 'Монитор линии' })).toBeVisible();
    return this;
  }

  row(consultant: string): Locator {
    return this.page.getByRole('table', { name: 'Консультанты' }).getByRole('row', { name: consultant });
  }

  /** Time left of a consultant's conversation, seconds. */
  async secondsLeft(consultant: string): Promise<number> {
    const [minutes, seconds] = (await this.row(consultant).getByRole('timer').innerText()).split(':').map(Number);
    return (minutes ?? NaN) * 60 + (seconds ?? NaN);
  }

  event(words: string): Locator {
    return this.page.getByRole('table', { name: 'События' }).getByRole('row').filter({ hasText: words });
  }

  /** «+3 минуты» to a consultant, with the reason that is asked for. */
  async grantThreeMinutes(consultant: string, reason: string): Promise<void> {
    await this.row(consultant).getByRole('button', { name: '+3 минуты' }).click();
    await this.page.getByRole('textbox', { name: 'Причина продления' }).fill(reason);
    await this.page.getByRole('button', { name: 'Продлить на 3 минуты' }).click();
  }
}
