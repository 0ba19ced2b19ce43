import { createHash } from 'node:crypto';
import { html, type Html } from './html.ts';
import { icon, type IconName } from './icons.ts';
import { STYLE } from './style.ts';
import { TEXTS } from './texts.ru.ts';

/** The style sheet's address changes with its content, so that it may be kept for ever. */
export const STYLE_PATH = `/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;

/** A whole page. `head`: what else stands in it. */
export function page({
  title,
  body,
  wide = false,
  head = null,
}: {
  title: string;
  body: Html;
  wide?: boolean;
  head?: Html | null;
}): string {
  return `<!doctype html>${
    html`<html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title} · ${TEXTS.product}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${STYLE_PATH}" />
        ${head}
      </head>
      <body>
        <main class="page ${wide ? 'wide' : ''}">${body}</main>
      </body>
    </html>`.markup
  }`;
}

export type Tone = 'go' | 'ask' | 'no' | 'calm' | 'quiet';

/** What is so, in sentences on a coloured ground: the first one strong. Colour never speaks alone. */
export function verdict(
  tone: Tone,
  name: IconName,
  title: string,
  ...sentences: readonly (string | Html | null)[]
): Html {
  return html`<div class="verdict ${tone}">
    ${icon(name)}
    <div><b>${title}</b>${sentences.filter((given) => given !== null).map((given) => html`<p>${given}</p>`)}</div>
  </div>`;
}

/** A page that only says something: an error, a refusal. */
export function plainPage(text: { heading: string; detail: string }, action: Html | null = null): string {
  const body = html`<div class="head">
      <p class="dim small">${TEXTS.product}</p>
      <h1>${text.heading}</h1>
    </div>
    <p>${text.detail}</p>
    ${action}`;
  return page({ title: text.heading, body });
}
