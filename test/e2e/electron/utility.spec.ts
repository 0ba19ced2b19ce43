/**
 * The product's way to start the service, `utilityProcess`. The other tests take the forked one where the lab's Electron is too old for the
 * database; here both real ends meet, without the database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runCommand } from '../../../build/command.ts';
import { electronToStart, expect, test } from './console-app.ts';

test('a utility process gets its flags, a channel over a port of its own, the end of that channel, and the wish to stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-utility-'));
  try {
    await build({
      entryPoints: ['main', 'service'].map((name) => join(import.meta.dirname, `utility/${name}.ts`)),
      outdir: folder,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node16',
      external: ['electron'],
    });
    const { executablePath, args, env } = electronToStart();
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const started = [...args, profile, join(folder, 'main.cjs'), join(folder, 'service.cjs')];
    const { output } = await runCommand(executablePath, started, { limitMs: 40_000, env });
    const seen: unknown = JSON.parse(/^seen: (.*)$/m.exec(output)?.[1] ?? 'null');
    expect(seen, output).toEqual([
      { kind: 'ready', phoneOrigin: '--data-dir a folder' },
      { role: 'console', message: { text: 'привет' } },
      { kind: 'problem', lines: ['console is gone'] },
      { exit: 7 },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
