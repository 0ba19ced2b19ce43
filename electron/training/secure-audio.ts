import type { RtpPacket } from 'werift';
import type { RemoteAudio } from './sdp.ts';

/** The sound of one call on the wire: ICE-lite on one UDP port of the loopback address, DTLS, SRTP. */
export interface SecureAudio {
  readonly address: string;
  readonly port: number;
  readonly fingerprint: { algorithm: string; value: string };
  /** ICE user fragment and password; new ones after `restart`. */
  credentials(): { ufrag: string; password: string };
  /** Takes the other side's parameters and lets it connect. `role` is ours in the DTLS handshake. */
  connect(remote: RemoteAudio, role: 'server' | 'client'): void;
  /** The other side restarts ICE (new network): new credentials, the same DTLS association. */
  restart(remote: RemoteAudio): Promise<void>;
  /** Sends one RTP packet; dropped silently until DTLS is up. Returns whether it went out. */
  send(packet: OutgoingPacket): boolean;
  close(): Promise<void>;
}

export interface OutgoingPacket {
  payload: Buffer;
  payloadType: number;
  ssrc: number;
  sequenceNumber: number;
  timestamp: number;
  marker: boolean;
}

export interface SecureAudioEvents {
  packet(packet: RtpPacket): void;
  /** The other side's ICE checks reach us, with sound or without: it is alive. */
  alive(): void;
  /** The handshake failed; nothing will be heard. */
  failed(reason: string): void;
}

/**
 * werift takes a quarter of a second to load, so it is loaded at the first need and not while the service starts.
 * Also makes the one certificate of the process.
 */
export async function loadMediaStack(): Promise<void> {
  const { RTCDtlsTransport } = await import('werift');
  await RTCDtlsTransport.SetupCertificate();
}

/** Opens the port. Candidates of the other side are not needed: an ICE-lite agent answers whoever knows the password. */
export async function openSecureAudio(address: string, events: SecureAudioEvents): Promise<SecureAudio> {
  const { ProtectionProfileAeadAes128Gcm, ProtectionProfileAes128CmHmacSha1_80, ...werift } = await import('werift');
  const certificate = await werift.RTCDtlsTransport.SetupCertificate();
  const gatherer = new werift.RTCIceGatherer({
    iceLite: true,
    // No interface but the named address; no STUN or TURN server ever (an ICE-lite agent asks none).
    useIpv4: false,
    useIpv6: false,
    additionalHostAddresses: [address],
    interfaceAddresses: { udp4: address },
    filterStunResponse: () => {
      events.alive();
      return true;
    },
  });
  const ice = new werift.RTCIceTransport(gatherer);
  const dtls = new werift.RTCDtlsTransport({}, ice, certificate, [
    ProtectionProfileAeadAes128Gcm,
    ProtectionProfileAes128CmHmacSha1_80,
  ]);
  dtls.onRtp.subscribe((packet) => events.packet(packet));
  await gatherer.gather();

  const port = gatherer.localCandidates[0]?.port;
  const fingerprint = dtls.localParameters.fingerprints[0];
  if (port === undefined || fingerprint === undefined) throw new Error(`No UDP port on ${address}`);

  let closed = false;
  const failed = (error: unknown): void => {
    if (!closed) events.failed(String(error));
  };
  function startIce(remote: RemoteAudio): void {
    ice.setRemoteParams({ iceLite: false, usernameFragment: remote.ufrag, password: remote.password });
    ice.start().catch(failed);
  }

  return {
    address,
    port,
    fingerprint,
    credentials: () => ({ ufrag: ice.localParameters.usernameFragment, password: ice.localParameters.password }),
    connect(remote, role) {
      dtls.role = role;
      dtls.setRemoteParams(new werift.RTCDtlsParameters([remote.fingerprint], role === 'server' ? 'client' : 'server'));
      startIce(remote);
      dtls.start().catch(failed);
    },
    async restart(remote) {
      ice.restart();
      await gatherer.gather();
      startIce(remote);
    },
    send({ payload, ...header }) {
      if (dtls.state !== 'connected') return false;
      void dtls.sendRtp(payload, new werift.RtpHeader(header));
      return true;
    },
    async close() {
      closed = true;
      await dtls.stop();
      dtls.onRtp.complete();
    },
  };
}
