import { expect, test } from 'vitest';
import { holdBackCandidates } from './offer-candidates.ts';

test('candidates leave the offer and know their media', () => {
  const lines = [
    'v=0',
    'm=audio 20000 RTP/SAVPF 107',
    'a=candidate:H1 1 UDP 2130706431 127.0.0.1 20000 typ host',
    'a=mid:0',
  ];
  const second = ['m=video 0 RTP/SAVPF 96', 'a=candidate:H2 1 UDP 1 ::1 9 typ host', 'a=end-of-candidates', ''];
  expect(holdBackCandidates([...lines, ...second].join('\r\n'))).toEqual({
    offer: 'v=0\r\nm=audio 20000 RTP/SAVPF 107\r\na=mid:0\r\nm=video 0 RTP/SAVPF 96\r\n',
    candidates: [
      { candidate: 'candidate:H1 1 UDP 2130706431 127.0.0.1 20000 typ host', sdpMLineIndex: 0 },
      { candidate: 'candidate:H2 1 UDP 1 ::1 9 typ host', sdpMLineIndex: 1 },
    ],
  });
});

test('an offer without candidates, or no offer at all, stays what it is', () => {
  expect(holdBackCandidates('v=0\n')).toEqual({ offer: 'v=0\r\n', candidates: [] });
  expect(holdBackCandidates('')).toEqual({ offer: '', candidates: [] });
});
