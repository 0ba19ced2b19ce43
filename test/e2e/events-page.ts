import type { Locator, Page } from '@playwright/test';
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
  row(words: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: words });
  }

  /** «Позвонить» in an event's row: takes it and dials. */
  async call(words: string): Promise<void> {
    await this.row(words).getByRole('button', { name: 'Позвонить', exact: true }).click();
  }
}
