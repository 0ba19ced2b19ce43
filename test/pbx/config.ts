import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const TEMPLATES = join(import.meta.dirname, 'conf');
/** What an administrator includes; the tests' exchange includes the very same. */
const SHIPPED = join(import.meta.dirname, '../../build/pbx');

/** A consultant's account at the exchange: a WebRTC phone registered with this number and password. */
export interface Agent {
  number: string;
  password: string;
}

/** What one instance of the exchange is configured with; ports are of the loopback. */
export interface ExchangeConfig {
  /** Folder of the instance as the exchange sees it, inside its root filesystem. */
  home: string;
  /** Folder with Asterisk's modules inside the root filesystem. */
  modules: string;
  httpPort: number;
  sipPort: number;
  amiPort: number;
  amiSecret: string;
  lineNumber: string;
  agents: readonly Agent[];
}

/** Writes the instance's configuration under `folder` (its `etc`), with the folders the exchange writes to beside it. */
export async function writeConfig(folder: string, config: ExchangeConfig): Promise<void> {
  for (const name of ['etc', 'run', 'log', 'spool', 'db', 'cache'])
    await mkdir(join(folder, name), { recursive: true });
  const values: Record<string, string> = {
    home: config.home,
    modules: config.modules,
    httpPort: String(config.httpPort),
    sipPort: String(config.sipPort),
    amiPort: String(config.amiPort),
    amiSecret: config.amiSecret,
    lineNumber: config.lineNumber,
    agents: config.agents.map(agentSections).join('\n'),
    members: config.agents.map(({ number }) => `member => PJSIP/${number}`).join('\n'),
  };
  for (const file of await readdir(TEMPLATES)) {
    const template = await readFile(join(TEMPLATES, file), 'utf8');
    await writeFile(join(folder, 'etc', file), fill(template, values, file));
  }
  for (const file of await readdir(SHIPPED)) await copyFile(join(SHIPPED, file), join(folder, 'etc', file));
}

function agentSections({ number, password }: Agent): string {
  return [
    `[${number}](line15)`,
    `aors = ${number}`,
    `auth = ${number}`,
    `[${number}](line15-auth)`,
    `username = ${number}`,
    `password = ${password}`,
    `[${number}](line15-aor)`,
    '',
  ].join('\n');
}

/** Replaces each `{{name}}`; a name without a value is a mistake in the template and throws. */
function fill(template: string, values: Record<string, string>, file: string): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${file}: no value for {{${name}}}`);
    return value;
  });
}
