import type { i18n } from 'i18next';
import type { MadePage } from './app-scheme.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** The whole screen when the console cannot start: what is wrong, line by line, and nothing half-configured behind it. */
export function problemPage({ t, language }: i18n, lines: readonly string[]): MadePage {
  const title = t('shell:problem.title');
  return {
    path: '/problem',
    html: () => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 18px/1.6 system-ui, sans-serif; max-width: 44em; margin: 12vh auto; padding: 0 2em; }
  h1 { font-size: 28px; }
  li { font-family: ui-monospace, monospace; font-size: 16px; margin: .5em 0; overflow-wrap: anywhere; user-select: text; }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(t('shell:problem.lead'))}</p>
<ul role="alert">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
</html>`,
  };
}
