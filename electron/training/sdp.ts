import { payloadTypes, type G711 } from './g711.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** What the other side's description says about its sound. */
export interface RemoteAudio {
  ufrag: string;
  password: string;
  fingerprint: { algorithm: string; value: string };
  setup: 'active' | 'passive' | 'actpass';
  direction: Direction;
  codec: G711;
  /** Payload type of telephone-event at 8 kHz, when the other side has it (RFC 4733). */
  dtmfPayloadType: number | null;
  /** Every media section in its order: an answer needs one for each (RFC 3264). Only the first audio section is taken. */
  sections: readonly { mid: string; kind: string; protocol: string; taken: boolean }[];
}

/** What a description of ours is written from. */
export interface LocalAudio {
  ufrag: string;
  password: string;
  fingerprint: { algorithm: string; value: string };
  address: string;
  port: number;
  ssrc: number;
  version: number;
  setup: 'active' | 'passive' | 'actpass';
  direction: Direction;
  codecs: readonly G711[];
  dtmfPayloadType: number | null;
}

const OFFERED_DTMF_TYPE = 101;
const directions: readonly Direction[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];

/** The same direction seen from the other side (RFC 3264, 6.1). */
export function reversed(direction: Direction): Direction {
  if (direction === 'sendonly') return 'recvonly';
  return direction === 'recvonly' ? 'sendonly' : direction;
}

const isG711 = (name: string | undefined): name is G711 => name === 'PCMA' || name === 'PCMU';

/**
 * Reads an offer or an answer. Returns null when there is nothing to talk with: no audio section, no G.711 in it,
 * or no ICE and DTLS parameters.
 */
export function readDescription(sdp: string): RemoteAudio | null {
  const [session = [], ...media] = sdp
    .split(/\r?\n(?=m=)/)
    .map((part) => part.split(/\r?\n/).filter((line) => line !== ''));
  const audio = media.find((lines) => lines[0]?.startsWith('m=audio ') && !lines[0].startsWith('m=audio 0 '));
  if (audio === undefined) return null;

  const value = (name: string): string | undefined =>
    [...audio, ...session].find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3);
  const names = new Map(Object.entries(payloadTypes).map(([name, type]) => [String(type), `${name}/8000`]));
  for (const line of audio) {
    const map = /^a=rtpmap:(\d+) (\S+)/.exec(line);
    if (map?.[1] !== undefined && map[2] !== undefined) names.set(map[1], map[2]);
  }
  const types = audio[0]?.split(' ').slice(3) ?? [];
  const codec = types.map((type) => names.get(type)?.split('/')[0]?.toUpperCase()).find(isG711);
  const dtmf = types.find((type) => names.get(type)?.toLowerCase() === 'telephone-event/8000');
  const setup = value('setup');
  const [algorithm, hash] = value('fingerprint')?.split(' ') ?? [];
  const ufrag = value('ice-ufrag');
  const password = value('ice-pwd');
  if (codec === undefined || algorithm === undefined || hash === undefined) return null;
  if (ufrag === undefined || password === undefined) return null;

  return {
    ufrag,
    password,
    fingerprint: { algorithm, value: hash },
    setup: setup === 'active' || setup === 'passive' ? setup : 'actpass',
    direction: directions.find((direction) => [...audio, ...session].includes(`a=${direction}`)) ?? 'sendrecv',
    codec,
    dtmfPayloadType: dtmf === undefined ? null : Number(dtmf),
    sections: media.map((lines, i) => {
      const [kind = 'audio', , protocol = 'UDP/TLS/RTP/SAVPF'] = (lines[0] ?? '').slice(2).split(' ');
      const mid = lines.find((line) => line.startsWith('a=mid:'))?.slice(6) ?? String(i);
      return { mid, kind, protocol, taken: lines === audio };
    }),
  };
}

const offeredSections = [{ mid: '0', kind: 'audio', protocol: 'UDP/TLS/RTP/SAVPF', taken: true }];

/**
 * Writes an offer, or an answer to `remote`. One ICE-lite host candidate, media multiplexed with RTCP on one port;
 * sections we do not take are refused with port 0.
 */
export function writeDescription(local: LocalAudio, remote?: RemoteAudio): string {
  const sections = remote?.sections ?? offeredSections;
  const dtmf = remote === undefined ? OFFERED_DTMF_TYPE : local.dtmfPayloadType;
  const types = [...local.codecs.map((codec) => payloadTypes[codec]), ...(dtmf === null ? [] : [dtmf])];
  const audio = (mid: string, protocol: string): string[] => [
    `m=audio ${local.port} ${protocol} ${types.join(' ')}`,
    `c=IN IP4 ${local.address}`,
    `a=mid:${mid}`,
    `a=${local.direction}`,
    'a=rtcp-mux',
    `a=ice-ufrag:${local.ufrag}`,
    `a=ice-pwd:${local.password}`,
    `a=fingerprint:${local.fingerprint.algorithm} ${local.fingerprint.value}`,
    `a=setup:${local.setup}`,
    ...local.codecs.map((codec) => `a=rtpmap:${payloadTypes[codec]} ${codec}/8000`),
    ...(dtmf === null ? [] : [`a=rtpmap:${dtmf} telephone-event/8000`, `a=fmtp:${dtmf} 0-15`]),
    'a=ptime:20',
    'a=msid:training voice',
    `a=ssrc:${local.ssrc} cname:training`,
    `a=candidate:1 1 udp 2130706431 ${local.address} ${local.port} typ host`,
    'a=end-of-candidates',
  ];
  const refused = (mid: string, kind: string, protocol: string): string[] => [
    `m=${kind} 0 ${protocol} 0`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    'a=inactive',
  ];
  const taken = sections.filter((section) => section.taken).map((section) => section.mid);
  return [
    'v=0',
    `o=training ${local.ssrc} ${local.version} IN IP4 ${local.address}`,
    's=training',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${taken.join(' ')}`,
    ...sections.flatMap(({ mid, kind, protocol, taken: ours }) =>
      ours ? audio(mid, protocol) : refused(mid, kind, protocol),
    ),
    '',
  ].join('\r\n');
}
