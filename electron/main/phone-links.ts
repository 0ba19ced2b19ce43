import { LONGEST_LINK, type DesktopState } from '../../shared/contract/desktop.ts';

const SCHEMES = ['tel', 'sip', 'callto'] as const;

/** What is used of Electron's `app`. */
export interface LinkApp {
  isDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
  setAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
  removeAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
}

/**
 * Makes this program the one that opens phone links, and takes that back, as the setting says. What the system had before the setting was
 * ever switched on stays untouched.
 * @param command how a program that is not packaged is started; null: as the system knows it
 */
export function createPhoneLinks(
  app: LinkApp,
  command: { path: string; args: string[] } | null,
): (on: boolean) => DesktopState['phoneLinks'] {
  const rest: [string?, string[]?] = command === null ? [] : [command.path, command.args];
  const mine = (scheme: string) => app.isDefaultProtocolClient(scheme, ...rest);
  return (on) => {
    if (!on) {
      SCHEMES.filter(mine).forEach((scheme) => app.removeAsDefaultProtocolClient(scheme, ...rest));
      return 'off';
    }
    const given = SCHEMES.map((scheme) => mine(scheme) || app.setAsDefaultProtocolClient(scheme, ...rest));
    return given.every(Boolean) ? 'on' : 'refused';
  };
}

/** The phone link among a command line's words, as the system passes it to a start of this program; null when there is none. */
export function linkIn(argv: readonly string[]): string | null {
  // One more than may be, so that a longer one is named too long and not dialled cut.
  return argv.find((word) => /^(tel|sips?|callto):/i.test(word))?.slice(0, LONGEST_LINK + 1) ?? null;
}
