import type { i18n } from 'i18next';
import type { ShellView } from '../../shared/contract/shell.ts';

/** What stands outside of the console's window speaks the console's language, as it is now; while the service is away, the last one known. */
export function followLanguage(texts: i18n, view: ShellView | null): void {
  if (view !== null && view.language !== texts.language) void texts.changeLanguage(view.language);
}
