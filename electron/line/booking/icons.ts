import { Html } from './html.ts';

const HANDSET = 'M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2';
const CIRCLE = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0';

/** Outlines of Tabler Icons (MIT), by what they say here. */
const OUTLINES = {
  open: [HANDSET],
  busy: [HANDSET, 'M17 3v5', 'M21 3v5'],
  calling: [HANDSET, 'M15 7a2 2 0 0 1 2 2', 'M15 3a6 6 0 0 1 6 6'],
  missed: [HANDSET, 'M16 4l4 4m0 -4l-4 4'],
  done: [HANDSET, 'M15 6l2 2l4 -4'],
  waiting: [CIRCLE, 'M12 7v5l3 3'],
  ok: [CIRCLE, 'M9 12l2 2l4 -4'],
  closed: ['M12 3c.132 0 .263 0 .393 0a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1 -8.313 -12.454l0 .008'],
  problem: [
    'M12 9v4',
    'M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0',
    'M12 16h.01',
  ],
} as const;

export type IconName = keyof typeof OUTLINES;

const outline = (name: IconName): string => OUTLINES[name].map((path) => `<path d="${path}"/>`).join('');
const DRAWN = 'fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** An icon beside words that say the same: hidden from screen readers. */
export function icon(name: IconName): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 24 24" stroke="currentColor" ${DRAWN} aria-hidden="true">${outline(name)}</svg>`,
  );
}

/** The icon of the browser's tab. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 34 34"><rect x="-5" y="-5" width="34" height="34" rx="8" fill="#0b6e5c"/><g stroke="#fff" ${DRAWN}>${outline('done')}</g></svg>`;
