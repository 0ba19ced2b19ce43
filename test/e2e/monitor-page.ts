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
    await this.#grant(consultant, reason, '+3 минуты', 'Продлить на 3 минуты');
  }

  /** «+5 минут» to a consultant, with the reason that is asked for. */
  async grantFiveMinutes(consultant: string, reason: string): Promise<void> {
    await this.#grant(consultant, reason, '+5 минут', 'Продлить на 5 минут');
  }

  async #grant(consultant: string, reason: string, offer: string, submit: string): Promise<void> {
    await this.row(consultant).getByRole('button', { name: offer }).click();
    await this.page.getByRole('textbox', { name: 'Причина продления' }).fill(reason);
    await this.page.getByRole('button', { name: submit }).click();
  }
}
