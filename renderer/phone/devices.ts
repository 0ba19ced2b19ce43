import type { PhoneFact } from '../../shared/contract/phone.ts';
import type { Device } from './device-choice.ts';
import { openMicrophone } from './microphone.ts';

type DevicesFact = Extract<PhoneFact, { kind: 'devices' }>;
export type MicrophoneState = DevicesFact['microphone'];

export interface Devices {
  /** The microphone's permission as last seen. */
  microphone(): MicrophoneState;
  /** What is plugged in, as last seen; without ids before the permission. */
  list(): readonly Device[];
  /** Asks for the permission where it was never asked, so that no question stands between a click and the answer. */
  ask(): Promise<void>;
  refresh(): Promise<void>;
  stop(): void;
}

/** Watches microphones, outputs and the microphone's permission; tells each change once, and the state at the start. */
export function watchDevices(report: (fact: DevicesFact) => void): Devices {
  let permission: PermissionState = 'prompt';
  let microphone: MicrophoneState = 'prompt';
  let last = '';
  let present: readonly Device[] = [];
  let stopped = false;
  const { mediaDevices } = navigator;

  async function refresh(): Promise<void> {
    const listed = await mediaDevices.enumerateDevices().catch(() => []);
    if (stopped) return;
    const inputs = listed.filter(({ kind }) => kind === 'audioinput');
    microphone = permission === 'denied' ? 'denied' : inputs.length === 0 ? 'absent' : permission;
    const fact: DevicesFact = {
      kind: 'devices',
      microphone,
      devices: listed
        // Before the permission devices have no names and no ids.
        .filter(({ kind, deviceId }) => (kind === 'audioinput' || kind === 'audiooutput') && deviceId !== '')
        .map(({ kind, deviceId, label }) => ({
          id: deviceId.slice(0, 300),
          kind: kind === 'audioinput' ? 'input' : 'output',
          label: label.slice(0, 300),
        })),
    };
    present = fact.devices;
    const text = JSON.stringify(fact);
    if (text === last) return;
    last = text;
    report(fact);
  }

  const changed = () => void refresh();
  mediaDevices.addEventListener('devicechange', changed);
  let status: PermissionStatus | null = null;
  const permissionChanged = () => {
    permission = status?.state ?? permission;
    void refresh();
  };
  const known = navigator.permissions.query({ name: 'microphone' }).then(
    (given) => {
      if (stopped) return;
      status = given;
      status.addEventListener('change', permissionChanged);
      permissionChanged();
    },
    () => refresh(),
  );

  return {
    microphone: () => microphone,
    list: () => present,
    async ask() {
      await known;
      if (permission !== 'prompt') return;
      const opened = await openMicrophone(null);
      if (opened.ok) opened.track.stop();
      if (status === null && opened.ok) permission = 'granted';
      if (!opened.ok && opened.problem === 'denied') permission = 'denied';
      else permissionChanged();
      await refresh();
    },
    refresh,
    stop() {
      stopped = true;
      mediaDevices.removeEventListener('devicechange', changed);
      status?.removeEventListener('change', permissionChanged);
    },
  };
}
