import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../shared/contract/base.ts';
import { NO_RECORDINGS, type RecordingKind } from '../../shared/contract/recordings.ts';
import { followRecordings } from './recorded-sounds.ts';

const wanted = (id: string) => ({ ...NO_RECORDINGS, farewell: { name: 'farewell.wav', lengthMs: 900, id } });

function followed() {
  const sounds = new Map<RecordingKind, string>();
  const asked: RecordingKind[] = [];
  const log = vi.fn();
  let away = false;
  const follow = followRecordings({
    ask(kind) {
      asked.push(kind);
      return Promise.resolve(away ? fail('disconnected') : ok({ data: btoa('RIFF') }));
    },
    record(kind, bytes) {
      if (bytes === null) sounds.delete(kind);
      else sounds.set(kind, new TextDecoder().decode(bytes));
      return Promise.resolve(true);
    },
    log,
  });
  return { sounds, asked, log, follow, setAway: (is: boolean) => (away = is) };
}

test('a recording is fetched once, again when it is another, and the tone is back when it is taken away', async () => {
  const { sounds, asked, follow } = followed();
  follow(wanted('a'));
  follow(wanted('a'));
  await vi.waitFor(() => expect(sounds.get('farewell')).toBe('RIFF'));
  expect(asked).toEqual(['farewell']);
  follow(wanted('b'));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  follow(NO_RECORDINGS);
  expect(sounds.size).toBe(0);
  follow();
  expect(asked).toHaveLength(2);
});

test('a service that is away is asked again with the next configuration', async () => {
  const { sounds, asked, follow, setAway } = followed();
  setAway(true);
  follow(wanted('a'));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await Promise.resolve();
  setAway(false);
  await vi.waitFor(() => {
    follow(wanted('a'));
    expect(sounds.get('farewell')).toBe('RIFF');
  });
});
