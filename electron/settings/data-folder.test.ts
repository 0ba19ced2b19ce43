import { expect, test } from 'vitest';
import { defaultDataDir, shareKindByMounts } from './data-folder.ts';

const MOUNTS = [
  '/dev/sda1 / ext4 rw 0 0',
  'server:/home /home nfs4 rw 0 0',
  '/dev/sdb1 /home/maria/local ext4 rw 0 0',
  '//nas/share /mnt/общая\\040папка cifs rw 0 0',
].join('\n');

test('a folder on a network share is told by the nearest mount above it', () => {
  expect(shareKindByMounts('/var/lib/line15', MOUNTS)).toBeNull();
  expect(shareKindByMounts('/home/maria/.local/share/line15', MOUNTS)).toBe('nfs4');
  expect(shareKindByMounts('/home/maria/local/line15', MOUNTS)).toBeNull();
  expect(shareKindByMounts('/homework', MOUNTS)).toBeNull();
  expect(shareKindByMounts('/mnt/общая папка/line15', MOUNTS)).toBe('cifs');
});

test('the folder follows the system’s habits', () => {
  expect(defaultDataDir('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/line15');
  expect(defaultDataDir('win32', { LOCALAPPDATA: 'C:/Users/m/AppData/Local' })).toMatch(/Line15$/);
});
