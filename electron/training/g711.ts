/** The two codecs of ITU-T G.711: eight bits a sample, 8 kHz. Every browser and every PBX speaks them. */
export type G711 = 'PCMA' | 'PCMU';

/** Samples and payload octets of one packet: 20 ms at 8 kHz. */
export const FRAME_SAMPLES = 160;

/** The static RTP payload types of RFC 3551. */
export const payloadTypes: Record<G711, number> = { PCMU: 0, PCMA: 8 };

function bitLength(value: number): number {
  return 32 - Math.clz32(value);
}

function encodeALaw(sample: number): number {
  const mask = sample >= 0 ? 0xd5 : 0x55;
  const magnitude = (sample >= 0 ? sample : -sample - 1) >> 3;
  const segment = Math.max(0, bitLength(magnitude) - 5);
  const step = segment < 2 ? 1 : segment;
  return ((segment << 4) | ((magnitude >> step) & 0xf)) ^ mask;
}

function decodeALaw(octet: number): number {
  const code = octet ^ 0x55;
  const segment = (code & 0x70) >> 4;
  const base = ((code & 0xf) << 4) + (segment === 0 ? 8 : 0x108);
  const magnitude = segment > 1 ? base << (segment - 1) : base;
  return code & 0x80 ? magnitude : -magnitude;
}

function encodeMuLaw(sample: number): number {
  const mask = sample >= 0 ? 0xff : 0x7f;
  const magnitude = Math.min(Math.abs(sample) >> 2, 8158) + 33;
  const segment = bitLength(magnitude) - 6;
  return ((segment << 4) | ((magnitude >> (segment + 1)) & 0xf)) ^ mask;
}

function decodeMuLaw(octet: number): number {
  const code = ~octet;
  const magnitude = (((code & 0xf) << 3) + 0x84) << ((code & 0x70) >> 4);
  return code & 0x80 ? 0x84 - magnitude : magnitude - 0x84;
}

/** Encodes 16-bit samples; one octet each. */
export function encodeG711(codec: G711, samples: Int16Array): Buffer {
  const encode = codec === 'PCMA' ? encodeALaw : encodeMuLaw;
  return Buffer.from(Uint8Array.from(samples, encode));
}

/** Decodes a payload into 16-bit samples; one sample an octet. */
export function decodeG711(codec: G711, payload: Uint8Array): Int16Array {
  const decode = codec === 'PCMA' ? decodeALaw : decodeMuLaw;
  return Int16Array.from(payload, decode);
}
