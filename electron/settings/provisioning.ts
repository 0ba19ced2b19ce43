import { resolve } from 'node:path';
import { provisioning, type Provisioning } from '../../shared/contract/settings.ts';
import { readLayer } from './layer-file.ts';
import { deeperMistakes, fileMistake, noticeMistakes, type Mistake } from './mistakes.ts';

/** A file with its mistakes, for the screen that says so: the console does not start half-configured. */
export type ConfigProblem = { file: string; mistakes: Mistake[] };

/** The administrator's layer, if there is one. */
export type ProvisioningRead =
  { ok: true; found: { file: string; settings: Provisioning } | null } | { ok: false; problem: ConfigProblem };

/** Where an administrator puts the file for all users of a computer. */
export function systemWideFile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return `${env['ProgramData'] ?? 'C:\\ProgramData'}\\Line15\\config.json`;
  if (platform === 'darwin') return '/Library/Application Support/Line15/config.json';
  return '/etc/line15/config.json';
}

/**
 * Reads the provisioning file.
 * @param named the file of `--config`: it must be there. null: the system-wide place, where none is fine too
 * @param systemWide the system-wide place
 * @param training training was commanded: calls are simulated, so the file needs no SIP account
 */
export function readProvisioning(named: string | null, systemWide: string, training: boolean): ProvisioningRead {
  const file = named === null ? systemWide : resolve(named);
  const layer = readLayer(file, provisioning);
  if (layer.kind === 'absent')
    return named === null
      ? { ok: true, found: null }
      : { ok: false, problem: { file, mistakes: [fileMistake('no-file')] } };
  if (layer.kind === 'mistaken') return { ok: false, problem: { file, mistakes: layer.mistakes } };
  const { line } = layer.settings;
  const mistakes = [...deeperMistakes(layer.settings), ...(line === undefined ? [] : noticeMistakes(line))];
  if (!layer.settings.sip && !training) mistakes.push({ path: 'sip', code: 'required', details: {} });
  return mistakes.length > 0
    ? { ok: false, problem: { file, mistakes } }
    : { ok: true, found: { file, settings: layer.settings } };
}
