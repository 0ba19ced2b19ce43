import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Workplace } from './workplace.ts';

/** «Журнал»: what was said with whom, and how it ended. */
export class JournalPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(workplace: Workplace): Promise<JournalPage> {
    await workplace.go('Журнал');
    return new JournalPage(workplace.page);
  }

  /** Consultations in the list, the latest first. */
  get rows(): Locator {
    return this.#page.getByRole('table', { name: 'Консультации' }).getByRole('row').filter({ hasNot: this.#headings });
  }

  get #headings(): Locator {
    return this.#page.getByRole('columnheader').or(this.#page.getByRole('rowheader'));
  }

  async search(words: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: 'Поиск по журналу' }).fill(words);
  }

  /** Opens the whole story of a consultation, by its inquiry number. */
  async story(inquiry: string): Promise<Locator> {
    await this.#page.getByRole('button', { name: `Открыть обращение ${inquiry}` }).click();
    const story = this.#page.getByRole('complementary', { name: 'Вся история обращения' });
    await expect(story.getByRole('heading', { name: `Обращение ${inquiry}` })).toBeVisible();
    return story;
  }

  /** What a story says of one thing: «Разговор», «Чем закончился». */
  fact(story: Locator, name: string): Locator {
    return story.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]');
  }
}
