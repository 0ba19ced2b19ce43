import type { PhoneFact } from '../../shared/contract/phone.ts';
import {
  layoutOf,
  lightsReport,
  pressedIn,
  TELEPHONY_PAGE,
  type Button,
  type Collection,
  type Layout,
  type Light,
} from './headset-layout.ts';

/** What we need of WebHID, which TypeScript's DOM does not know. */
export interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly productName: string;
  readonly collections: readonly Collection[];
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: BufferSource): Promise<void>;
}
export interface Hid extends EventTarget {
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: { filters: { usagePage: number }[] }): Promise<HidDevice[]>;
}

/** WebHID of this page; null where the browser has none (only Chromium has it, on pages of this computer or by https). */
export function webHid(): Hid | null {
  const hid: unknown = Reflect.get(navigator, 'hid');
  return isHid(hid) ? hid : null;
}
const isHid = (value: unknown): value is Hid => value instanceof EventTarget && 'getDevices' in value;

/** The window that asked for a headset tells the phone's, which may be another. */
export const HEADSETS_CHANGED = 'line15-headsets';

/** Lets the consultant choose a headset whose buttons may be used; needs a click. Returns its name, null when none was chosen. */
export async function chooseHeadset(hid: Hid): Promise<string | null> {
  const chosen = await hid.requestDevice({ filters: [{ usagePage: TELEPHONY_PAGE }] }).catch(() => []);
  const news = new BroadcastChannel(HEADSETS_CHANGED);
  news.postMessage(null);
  news.close();
  return chosen[0]?.productName ?? null;
}

export type HeadsetPress = Extract<PhoneFact, { kind: 'headset-press' }>['press'];

export type HeadsetsOptions = {
  hid: Hid | null;
  now(): number;
  onPress(press: HeadsetPress): void;
  /** Names of the headsets whose buttons work now. */
  onChange(names: string[]): void;
  log(event: string, details: Record<string, string>): void;
};

export interface Headsets {
  /** Lights the lamps of all headsets; those of the ringing, of the call, of mute and hold. */
  light(on: ReadonlySet<Light>): void;
  stop(): void;
}

/** A headset answers a light by reporting the matching hook as if it were pressed: what comes so soon after one is no finger's. */
const ECHO_MS = 400;

type Open = { device: HidDevice; layout: Layout; down: Map<Button, boolean>; heard: (event: Event) => void };

/** The buttons and lights of every headset this page may use, by the telephony usages of HID. One that is plugged in again is back by itself. */
export function watchHeadsets({ hid, now, onPress, onChange, log }: HeadsetsOptions): Headsets {
  const open = new Map<HidDevice, Open>();
  let lit: ReadonlySet<Light> = new Set();
  let hookSetAt = -Infinity;
  let stopped = false;

  function pressed({ layout, down }: Open, event: Event): void {
    const [reportId, data] = [Reflect.get(event, 'reportId') as unknown, Reflect.get(event, 'data') as unknown];
    if (typeof reportId !== 'number' || !(data instanceof DataView)) return;
    const places = layout.buttons.get(reportId) ?? [];
    for (const [button, isDown] of pressedIn(places, data)) {
      const was = down.get(button) ?? false;
      down.set(button, isDown);
      if (was === isDown) continue;
      if (button === 'hook') hook(isDown);
      else if (button === 'mute' && places.some((place) => place.button === 'mute' && place.isAbsolute)) muted(isDown);
      else if (isDown) onPress(button);
    }
  }

  function hook(isOff: boolean): void {
    if (isOff === lit.has('off-hook') || now() - hookSetAt < ECHO_MS) return;
    onPress(isOff ? 'off-hook' : 'on-hook');
  }

  /** A mute that tells its state and not a press: as the light says already, or a wish. */
  function muted(isMuted: boolean): void {
    if (isMuted !== lit.has('mute')) onPress('mute');
  }

  async function show({ device, layout }: Open): Promise<void> {
    for (const [reportId, lights] of layout.lights) {
      await device.sendReport(reportId, lightsReport(lights, lit)).catch((error: unknown) => {
        log('headset-light', { error: String(error) });
      });
    }
  }

  async function add(device: HidDevice): Promise<void> {
    const layout = layoutOf(device.collections);
    if (layout === null || open.has(device)) return;
    const one: Open = { device, layout, down: new Map(), heard: (event) => pressed(one, event) };
    open.set(device, one);
    try {
      if (!device.opened) await device.open();
    } catch (error) {
      // Another program holds it: its buttons stay there.
      open.delete(device);
      return log('headset-busy', { name: device.productName, error: String(error) });
    }
    device.addEventListener('inputreport', one.heard);
    tell();
    void show(one);
  }

  function remove(device: HidDevice): void {
    const one = open.get(device);
    if (one === undefined) return;
    device.removeEventListener('inputreport', one.heard);
    open.delete(device);
    tell();
  }

  const tell = () => {
    if (!stopped) onChange([...new Set([...open.keys()].map(({ productName }) => productName.slice(0, 100)))].sort());
  };
  const look = () =>
    void hid?.getDevices().then(
      (devices) => devices.forEach((device) => void add(device)),
      (error: unknown) => log('headsets', { error: String(error) }),
    );
  const came = () => look();
  const gone = (event: Event) => {
    const device: unknown = Reflect.get(event, 'device');
    for (const known of open.keys()) if (known === device) remove(known);
  };
  hid?.addEventListener('connect', came);
  hid?.addEventListener('disconnect', gone);
  const news = new BroadcastChannel(HEADSETS_CHANGED);
  news.onmessage = look;
  look();

  return {
    light(on) {
      if (on.has('off-hook') !== lit.has('off-hook')) hookSetAt = now();
      if ([...on].sort().join() === [...lit].sort().join()) return;
      lit = on;
      open.forEach((one) => void show(one));
    },
    stop() {
      stopped = true;
      news.close();
      hid?.removeEventListener('connect', came);
      hid?.removeEventListener('disconnect', gone);
      for (const { device, heard } of open.values()) {
        device.removeEventListener('inputreport', heard);
        void device.close().catch(() => undefined);
      }
    },
  };
}
