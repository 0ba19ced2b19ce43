import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

const flagsOf = (...argv: string[]) => {
  const line = readCommandLine(argv, true);
  return line.ok ? line.flags : line.mistake;
};

test('no flags: a browser on port 8014, everything by default', () => {
  expect(flagsOf()).toEqual({
    web: false,
    line: false,
    training: false,
    open: true,
    port: 8014,
    dataDir: null,
    config: null,
  });
});

test('each flag is read, with = or a space', () => {
  expect(flagsOf('--web', '--no-open', '--port=0', '--data-dir', '/d', '--config', 'c.json')).toMatchObject({
    web: true,
    open: false,
    port: 0,
    dataDir: '/d',
    config: 'c.json',
  });
});

test('mistakes are named', () => {
  expect(flagsOf('--poort', '1')).toEqual({ code: 'unknown', flag: '--poort' });
  expect(flagsOf('words')).toEqual({ code: 'unknown', flag: 'words' });
  expect(flagsOf('--port', 'many')).toEqual({ code: 'port', flag: '--port' });
  expect(flagsOf('--config')).toEqual({ code: 'value', flag: '--config' });
  expect(flagsOf('--data-dir', '--no-open')).toEqual({ code: 'value', flag: '--data-dir' });
});

test('among Electron’s switches an unknown one is none of ours', () => {
  const line = readCommandLine(['--no-sandbox', '--data-dir=/d', '--inspect=0'], false);
  expect(line.ok && line.flags.dataDir).toBe('/d');
});
