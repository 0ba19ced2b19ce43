import { Web } from 'sip.js';

/** The reference: the smallest page around SIP.js' own SimpleUser. It registers at once; a call shows one button. */
const { server = '', number = '', password = '' } = document.body.dataset;

const remote = document.createElement('audio');
const caller = document.createElement('p');
const answer = document.createElement('button');
caller.textContent = 'Входящий звонок';
answer.textContent = 'Ответить';

const clear = () => {
  caller.remove();
  answer.remove();
};
const user = new Web.SimpleUser(server, {
  aor: `sip:${number}@127.0.0.1`,
  media: { remote: { audio: remote }, constraints: { audio: true, video: false } },
  userAgentOptions: {
    authorizationUsername: number,
    authorizationPassword: password,
    // Without this SIP.js asks a public STUN server.
    sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers: [] } },
    logLevel: 'error',
  },
  delegate: {
    onCallReceived: () => document.body.append(caller, answer),
    onCallAnswered: clear,
    onCallHangup: clear,
  },
});

answer.addEventListener('click', () => void user.answer());
void user.connect().then(() => user.register());
