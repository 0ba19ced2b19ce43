import type { Page } from '@playwright/test';
import type { GalleryState } from './states/state.ts';

/** The windows every state is looked at in. 150 % and 200 % of the system's scale leave 1280×720 so much room. */
export const VIEWS = [
  { name: 'light', scheme: 'light', width: 1280, height: 720 },
  { name: 'dark', scheme: 'dark', width: 1280, height: 720 },
  { name: 'narrow', scheme: 'light', width: 900, height: 720 },
  { name: 'zoom-150', scheme: 'light', width: 853, height: 480 },
  { name: 'zoom-200', scheme: 'dark', width: 640, height: 360 },
] as const;
export type View = (typeof VIEWS)[number];

/** Opens a state at its address, as it is to be seen: drawn, with what it wants typed. */
export async function openState(page: Page, url: string, state: GalleryState | undefined): Promise<void> {
  await page.goto(url);
  await page.locator('main').waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const [name, text] of Object.entries(state?.filled ?? {})) {
    const field = page.getByRole('textbox', { name, exact: true }).first();
    await field.fill(text);
    await field.blur();
  }
  if (state?.press !== undefined) await page.getByRole('button', { name: state.press, exact: true }).click();
  for (const key of state?.keys ?? []) await page.keyboard.press(key);
  if (state?.typed === undefined) return;
  await page.getByRole('textbox', { name: 'Набрать номер' }).fill(state.typed);
  await page.getByText(/^возможно/).waitFor();
}

/** Puts the page into a view, scrolled to its beginning, or the wanted part in sight. */
export async function showIn(page: Page, view: View, part: string | undefined): Promise<void> {
  await page.emulateMedia({ colorScheme: view.scheme });
  await page.setViewportSize({ width: view.width, height: view.height });
  await page.locator(`html[data-mantine-color-scheme="${view.scheme}"]`).waitFor();
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('main *')) one.scrollTop = 0;
  });
  if (part !== undefined)
    await page.getByRole('region', { name: part, exact: true }).evaluate((one) => one.scrollIntoView());
}

/** By how many pixels the document is wider or higher than its window: the screens scroll inside, the window never. */
export const overflow = (page: Page): Promise<{ right: number; below: number }> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
  });

/** Controls that no scrolling brings into sight whole: cut off by the window or by what holds them. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role="timer"]');
    const found: string[] = [];
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.unseen, [aria-hidden="true"]'))
        continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = control.getBoundingClientRect();
      // A switch is a box of a pixel behind its track.
      if (box.width < 4 || box.height < 4) continue;
      const seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      let forTheEye = true;
      for (let holder = control.parentElement; holder !== null; holder = holder.parentElement) {
        const { overflow, clipPath } = getComputedStyle(holder);
        // Comes into sight when it gets the focus.
        if (clipPath === 'inset(50%)') forTheEye = false;
        if (overflow === 'visible') continue;
        const around = holder.getBoundingClientRect();
        seen.left = Math.max(seen.left, around.left);
        seen.top = Math.max(seen.top, around.top);
        seen.right = Math.min(seen.right, around.right);
        seen.bottom = Math.min(seen.bottom, around.bottom);
      }
      const hidden = Math.max(seen.left - box.left, box.right - seen.right, seen.top - box.top);
      // What is higher than its window shows its beginning.
      const low = box.height > seen.bottom - seen.top ? 0 : box.bottom - seen.bottom;
      if (forTheEye && Math.max(hidden, low) > 2)
        found.push(
          `${control.getAttribute('aria-label') ?? control.textContent} by ${Math.round(Math.max(hidden, low))}`,
        );
    }
    return found;
  });

/**
 * What a call needs at any moment and does not have in sight with everything scrolled to its end: the timer, the buttons of its head, «Ответить»
 * and its neighbours; cut off by the window or by what holds them, or covered by a panel, a menu or a message. And a comment that a panel covers.
 */
export const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('main *')) one.scrollTop = one.scrollHeight;
    const needed = [
      ...document.querySelectorAll<HTMLElement>(
        '[data-call-head] :is([data-stage], [role="timer"], button), [data-ringing] button',
      ),
    ];
    const covers = document.querySelector('[aria-modal="true"]') === null;
    const found = needed.filter((one) => {
      // The ring is drawn before it rings.
      if (!one.checkVisibility({ visibilityProperty: true })) return false;
      const { left, top, right, bottom, width, height } = one.getBoundingClientRect();
      let seen = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && width > 0 && height > 0;
      for (let holder = one.parentElement; holder !== null && seen; holder = holder.parentElement) {
        if (getComputedStyle(holder).overflow === 'visible') continue;
        const around = holder.getBoundingClientRect();
        seen =
          top >= around.top - 1 && bottom <= around.bottom + 1 && left >= around.left - 1 && right <= around.right + 1;
      }
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return !seen || (covers && !one.contains(above));
    });
    const names = found.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '');
    const comment = document.querySelector('main textarea')?.getBoundingClientRect();
    const panel = document.querySelector('[data-side-panel]')?.getBoundingClientRect();
    const apart = !comment || !panel || panel.left >= comment.right || panel.top >= comment.bottom;
    return apart ? names : [...names, 'the comment'];
  });

/** Texts with Cyrillic letters on an English screen that are no data of the desk's. */
export const russianLeft = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cyrillic = /[а-яё]/i;
    // Proper names, of a language, a chapter, a product, and a file's own words.
    const names = [
      'русский',
      'для администратора',
      '«проф»',
      '«стандарт»',
      '«управление аптекой, ред. 3»',
      'ассистент',
    ];
    const data = new Set<string>(names);
    const collect = (value: unknown): void => {
      if (typeof value === 'string') {
        if (cyrillic.test(value)) for (const part of [value, ...value.split('\n')]) data.add(part.trim().toLowerCase());
      } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(window.gallery.told);
    // A consultant is greeted by the given name alone.
    for (const name of [...data]) if (name.split(' ').length <= 3) name.split(' ').forEach((word) => data.add(word));
    const longestFirst = [...data].filter((text) => text !== '').sort((a, b) => b.length - a.length);
    const shown: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) shown.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) shown.push(element.getAttribute(name) ?? '');
      if (element instanceof HTMLInputElement) shown.push(element.value);
    }
    const left = shown.filter((text) => {
      let rest = text.toLowerCase();
      if (cyrillic.test(rest)) for (const known of longestFirst) rest = rest.split(known.toLowerCase()).join(' ');
      return cyrillic.test(rest);
    });
    return [...new Set(left)];
  });
