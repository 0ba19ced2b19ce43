import { expect, test } from 'vitest';
import { readDescription, reversed, writeDescription, type LocalAudio } from './sdp.ts';

const offer = (lines: string[]): string =>
  ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0', ...lines, ''].join('\r\n');

const secure = ['a=ice-ufrag:uuuu', 'a=ice-pwd:pppp', 'a=fingerprint:sha-256 AA:BB', 'a=setup:actpass'];
const chromium = offer([
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
  'a=mid:0',
  'a=sendonly',
  ...secure,
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:110 telephone-event/48000',
  'a=rtpmap:126 telephone-event/8000',
]);

const local: LocalAudio = {
  ufrag: 'ours',
  password: 'secret',
  fingerprint: { algorithm: 'sha-256', value: 'CC:DD' },
  address: '127.0.0.1',
  port: 40_000,
  ssrc: 1234,
  version: 1,
  setup: 'passive',
  direction: 'recvonly',
  codecs: ['PCMU'],
  dtmfPayloadType: 126,
};

test('reads what is needed of an offer', () => {
  expect(readDescription(chromium)).toEqual({
    ufrag: 'uuuu',
    password: 'pppp',
    fingerprint: { algorithm: 'sha-256', value: 'AA:BB' },
    setup: 'actpass',
    direction: 'sendonly',
    codec: 'PCMU',
    dtmfPayloadType: 126,
    sections: [{ mid: '0', kind: 'audio', protocol: 'UDP/TLS/RTP/SAVPF', taken: true }],
  });
});

test('static payload types need no rtpmap; parameters may stand before the media sections', () => {
  const bare = offer([...secure, 'm=audio 9 UDP/TLS/RTP/SAVPF 8']);
  expect(readDescription(bare)).toMatchObject({ codec: 'PCMA', dtmfPayloadType: null, direction: 'sendrecv' });
});

test.each([
  ['opus alone', offer(['m=audio 9 UDP/TLS/RTP/SAVPF 111', ...secure, 'a=rtpmap:111 opus/48000/2'])],
  ['no DTLS', offer(['m=audio 9 RTP/AVP 8', 'a=ice-ufrag:u', 'a=ice-pwd:p'])],
  ['refused audio', offer(['m=audio 0 UDP/TLS/RTP/SAVPF 8', ...secure])],
  ['nothing', ''],
])('%s cannot be talked with', (_name, sdp) => {
  expect(readDescription(sdp)).toBeNull();
});

test('an answer reads back, takes the audio and refuses the rest', () => {
  const withVideo = readDescription(`${chromium}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n`);
  if (withVideo === null) throw new Error('not read');
  const answer = writeDescription(local, withVideo);
  expect(answer).toContain('a=group:BUNDLE 0\r\n');
  expect(answer).toContain('m=video 0 UDP/TLS/RTP/SAVPF 0\r\n');
  expect(answer).toContain('a=candidate:1 1 udp 2130706431 127.0.0.1 40000 typ host\r\n');
  expect(readDescription(answer)).toMatchObject({
    codec: 'PCMU',
    direction: 'recvonly',
    dtmfPayloadType: 126,
    setup: 'passive',
  });
});

test('an offer has both codecs and digits', () => {
  const written = writeDescription({ ...local, codecs: ['PCMA', 'PCMU'], setup: 'actpass', direction: 'sendrecv' });
  expect(written).toContain('m=audio 40000 UDP/TLS/RTP/SAVPF 8 0 101\r\n');
  expect(readDescription(written)).toMatchObject({ codec: 'PCMA', dtmfPayloadType: 101, setup: 'actpass' });
});

test('directions are seen from the other side', () => {
  expect((['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).map(reversed)).toEqual([
    'sendrecv',
    'recvonly',
    'sendonly',
    'inactive',
  ]);
});
