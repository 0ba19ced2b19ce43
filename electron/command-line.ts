import { parseArgs } from 'node:util';

/** The flags of every way to start: Electron, browser, server. */
export interface CommandLine {
  /** `--web`: the browser, even where Electron could run. */
  web: boolean;
  /** `--line`: a server's line. The leads' and users' pages are on, and no browser is opened. */
  line: boolean;
  /** `--training`: simulated calls, although the settings name a PBX. */
  training: boolean;
  /** `--no-open`: no browser is opened. */
  open: boolean;
  /** `--port`: of the console in a browser; 0 takes any free one. */
  port: number;
  dataDir: string | null;
  config: string | null;
}

/** What is wrong with a command line: a key of the texts `shell:arguments` and the flag. */
export type ArgumentMistake = { code: 'unknown' | 'port' | 'value'; flag: string };

const FLAGS = {
  web: { type: 'boolean' },
  line: { type: 'boolean' },
  training: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  config: { type: 'string' },
} as const;

const DEFAULT_PORT = 8014;

/**
 * Reads the flags.
 * @param argv without the program and its script
 * @param strict whether an unknown flag is a mistake; Electron's own switches stand among ours, so there it is none
 */
export function readCommandLine(
  argv: readonly string[],
  strict: boolean,
): { ok: true; flags: CommandLine } | { ok: false; mistake: ArgumentMistake } {
  const { values, tokens } = parseArgs({ args: [...argv], options: FLAGS, strict: false, tokens: true });
  for (const token of tokens) {
    const known = token.kind === 'option' && token.name in FLAGS;
    if (strict && !known) {
      const flag = token.kind === 'option' ? token.rawName : token.kind === 'positional' ? token.value : '--';
      return { ok: false, mistake: { code: 'unknown', flag } };
    }
  }
  for (const name of ['port', 'data-dir', 'config'] as const) {
    const value = values[name];
    if (value !== undefined && (typeof value !== 'string' || value === '' || value.startsWith('--')))
      return { ok: false, mistake: { code: 'value', flag: `--${name}` } };
  }
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { ok: false, mistake: { code: 'port', flag: '--port' } };
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : null);
  return {
    ok: true,
    flags: {
      web: values.web === true,
      line: values.line === true,
      training: values.training === true,
      open: values['no-open'] !== true,
      port,
      dataDir: text(values['data-dir']),
      config: text(values.config),
    },
  };
}
