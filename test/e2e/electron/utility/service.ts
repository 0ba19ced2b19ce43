/** A service that says what it was started with, answers over the channel it is given, reports that channel's end, and ends when told. */
import { findParent } from '../../../../electron/service/parent.ts';

const parent = findParent();
parent?.onChannel((role, channel) => {
  channel.onMessage((message) => channel.send({ role, message }));
  channel.onClose(() => parent.send({ kind: 'problem', lines: [`${role} is gone`] }));
});
parent?.onStop(() => process.exit(7));
parent?.send({ kind: 'ready', phoneOrigin: process.argv.slice(2).join(' ') });
