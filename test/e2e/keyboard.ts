import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

declare global {
  interface Window {
    /** Presses and turns of a mouse since the story began; a cursor that lies over a window moves by itself when the window changes. */
    mouseUsed?: number;
  }
}

/** A consultant without a mouse: keys only, and the focus is looked at after each step. */
export class Keyboard {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** From here on every use of a mouse is counted. */
  static async of(page: Page): Promise<Keyboard> {
    await page.evaluate(() => {
      window.mouseUsed = 0;
      const used = () => (window.mouseUsed = (window.mouseUsed ?? 0) + 1);
      for (const event of ['pointerdown', 'mousedown', 'wheel']) window.addEventListener(event, used, true);
    });
    return new Keyboard(page);
  }

  /** Presses keys one after another. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes to a control by Tab; it is there, has the focus and shows it. */
  async reach(control: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    for (let steps = 0; steps < 90; steps += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return this.focusIsSeen();
      await this.page.keyboard.press(by);
    }
    throw new Error(`${control.toString()} is not reached by ${by}`);
  }

  /** Goes to a control and presses it. */
  async use(control: Locator): Promise<void> {
    await this.reach(control);
    await this.page.keyboard.press('Enter');
  }

  /** «Ctrl+K», the first words of what is wanted, Enter. */
  async command(words: string): Promise<void> {
    const field = this.page.getByPlaceholder('Раздел или действие');
    await this.page.keyboard.press('Control+KeyK');
    await expect(field).toBeFocused();
    await this.page.keyboard.type(words);
    await expect(this.page.locator('[data-action]').first()).toContainText(words);
    await this.page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
  }

  /** The focus is on something, and one sees on what. */
  async focusIsSeen(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(() => {
          const active = document.activeElement;
          if (active === null || active === document.body) return 'the focus is lost';
          const box = active.getBoundingClientRect();
          if (box.width === 0 || box.height === 0) return `nothing to see: ${active.outerHTML.slice(0, 120)}`;
          const { outlineStyle, outlineWidth } = getComputedStyle(active);
          const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
          // A switch is a hidden box whose track shows the focus.
          const beside = active.parentElement?.querySelector('[class*="track"], [class*="Track"]');
          const shownBeside = beside ? getComputedStyle(beside).outlineStyle !== 'none' : false;
          return seen || shownBeside ? 'seen' : `not shown: ${active.outerHTML.slice(0, 160)}`;
        }),
      )
      .toBe('seen');
  }

  /** Nobody has touched a mouse. */
  async mouseIsUnused(): Promise<void> {
    expect(await this.page.evaluate(() => window.mouseUsed)).toBe(0);
  }
}
