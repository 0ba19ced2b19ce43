import { createHash } from 'node:crypto';

/** A page without a program: a title, sentences, and lines to be copied out. For the times when the console itself is not there. */
export type PlainPage = { language: string; title: string; sentences: readonly string[]; lines?: readonly string[] };

const STYLE = `
:root { color-scheme: light dark; }
body { font: 18px/1.6 system-ui, sans-serif; max-width: 44em; margin: 12vh auto; padding: 0 2em; }
h1 { font-size: 28px; }
li { font-family: ui-monospace, monospace; font-size: 16px; margin: .5em 0; overflow-wrap: anywhere; }
`;

/** Its policy: nothing but this one style sheet. */
export const PLAIN_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** The page as HTML; every text is escaped. */
export function plainPage({ language, title, sentences, lines = [] }: PlainPage): string {
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<style>${STYLE}</style><h1>${escaped(title)}</h1>`,
    ...sentences.map((sentence) => `<p>${escaped(sentence)}</p>`),
    lines.length > 0 ? `<ul role="alert">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` : '',
    '</html>',
  ].join('\n');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
