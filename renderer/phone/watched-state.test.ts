import { expect, test } from 'vitest';
import { asksForAnswer, lampOf, newMessagesOf } from './watched-state.ts';

const dialogs = (...states: string[]) =>
  `<?xml version="1.0"?><dialog-info version="1" state="full" entity="sip:102@x">${states
    .map((state) => `<dialog id="1" direction="recipient"><state>${state}</state></dialog>`)
    .join('')}</dialog-info>`;

test.each([
  [dialogs(), 'free'],
  [dialogs('terminated'), 'free'],
  [dialogs('early'), 'ringing'],
  [dialogs('trying'), 'ringing'],
  [dialogs('early', 'confirmed'), 'busy'],
  ['<dialog-info><dialog><state event="cancelled">terminated</state></dialog></dialog-info>', 'free'],
  ['<d:dialog-info><d:dialog><d:state>confirmed</d:state>', 'busy'],
  ['not XML at all', 'free'],
])('RFC 4235: %s → %s', (body, lamp) => expect(lampOf(body)).toBe(lamp));

test.each([
  ['Messages-Waiting: yes\r\nVoice-Message: 2/8 (0/2)\r\n', 2],
  ['Messages-Waiting: no\r\nVoice-Message: 0/0 (0/0)\r\n', 0],
  ['Messages-Waiting: yes\r\n', 1],
  ['', null],
])('RFC 3842: %j → %s', (body, count) => expect(newMessagesOf(body)).toBe(count));

test.each([
  [['<sip:pbx>;answer-after=0'], true],
  [['<http://127.0.0.1>;info=alert-autoanswer;delay=0'], true],
  [['<http://www.notused.com>;info="Auto Answer"'], true],
  [['<http://ring.example/answer-after=0.wav>'], false],
  [['info=alert-group'], false],
  [[], false],
])('%j asks for an answer: %s', (headers, asks) => expect(asksForAnswer(headers)).toBe(asks));
