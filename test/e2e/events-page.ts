import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { BookingForm } from './booking-form.ts';
import type { Workplace } from './workplace.ts';

/** «События»: the callback events of the line. */
export class EventsPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(workplace: Workplace): Promise<EventsPage> {
    await workplace.go('События');
    return new EventsPage(workplace.page);
  }

  /** The row of an event, by anything that stands in it. */
  row(words: string | RegExp): Locator {
    return this.#page.getByRole('row').filter({ hasText: words });
  }

  /** «Позвонить» in an event's row: takes it and dials. */
  async call(words: string): Promise<void> {
    await this.row(words).getByRole('button', { name: 'Позвонить', exact: true }).click();
  }

  /** Books an event by hand. */
  async book(user: { organisation: string; number: string; convenient?: [string, string] }): Promise<void> {
    await this.#page.getByRole('main').getByRole('button', { name: 'Записать событие' }).click();
    const booking = new BookingForm(this.#page);
    await booking.field('Организация').fill(user.organisation);
    await booking.field('Номер телефона').fill(user.number);
    if (user.convenient !== undefined) {
      await booking.field('Удобно с').fill(user.convenient[0]);
      await booking.field('Удобно до').fill(user.convenient[1]);
    }
    await booking.save();
    await expect(this.row(user.organisation)).toBeVisible();
  }

  /** Opens what is known of an event, and what may be done with it. */
  async details(organisation: string): Promise<Locator> {
    await this.#page.getByRole('button', { name: `Подробно: ${organisation}` }).click();
    return this.#page.getByRole('region', { name: 'Подробности события' });
  }
}
