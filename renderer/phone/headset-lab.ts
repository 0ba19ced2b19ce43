import type { Collection } from './headset-layout.ts';
import type { Hid, HidDevice } from './headsets.ts';

/** A report descriptor as headsets for telephony commonly have it: hook, mute, flash in one report; ring, mute, off-hook lamps in another. */
export const COMMON: Collection[] = [
  {
    usagePage: 0x0c,
    usage: 0x01,
    inputReports: [{ reportId: 1, items: [{ usages: [0x0c00e9, 0x0c00ea], reportCount: 2 }] }],
  },
  {
    usagePage: 0x0b,
    usage: 0x05,
    inputReports: [
      {
        reportId: 2,
        items: [
          { usages: [0x0b0020], reportSize: 1, reportCount: 1, isAbsolute: true },
          { usages: [0x0b002f, 0x0b0021], reportSize: 1, reportCount: 2, isAbsolute: false },
          { isConstant: true, reportSize: 1, reportCount: 13 },
        ],
      },
    ],
    outputReports: [
      {
        reportId: 3,
        items: [
          { usages: [0x080017, 0x080009, 0x080018], reportSize: 1, reportCount: 3 },
          { isConstant: true, reportSize: 1, reportCount: 5 },
        ],
      },
    ],
  },
];

/** A headset of which only the plastic is missing. Bits of report 2: hook 0, mute 1, flash 2. Lamps of report 3: off-hook 0, mute 1, ring 2. */
export class SimulatedHeadset extends EventTarget implements HidDevice {
  opened = false;
  readonly productName: string;
  readonly collections: Collection[];
  /** Bytes of the last lamp report. */
  lamps: number[] = [];
  /** Answers an off-hook lamp by its hook, as real ones do. */
  echoes = true;
  #hook = false;

  constructor(productName = 'Simulated Headset', collections = COMMON) {
    super();
    this.productName = productName;
    this.collections = collections;
  }

  open(): Promise<void> {
    this.opened = true;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.opened = false;
    return Promise.resolve();
  }

  sendReport(_reportId: number, data: BufferSource): Promise<void> {
    this.lamps = [...new Uint8Array(data instanceof ArrayBuffer ? data : data.buffer)];
    const lit = ((this.lamps[0] ?? 0) & 1) === 1;
    if (this.echoes && lit !== this.#hook) this.hook(lit);
    return Promise.resolve();
  }

  /** The call button, by what it becomes. */
  hook(off: boolean): void {
    this.#hook = off;
    this.report(2, [off ? 1 : 0, 0]);
  }

  /** The call button pressed: it becomes what it was not. */
  pressCall(): void {
    this.hook(!this.#hook);
  }

  press(button: 'mute' | 'flash'): void {
    const hook = this.#hook ? 1 : 0;
    this.report(2, [hook | (button === 'mute' ? 2 : 4), 0]);
    this.report(2, [hook, 0]);
  }

  report(reportId: number, bytes: number[]): void {
    const event = new Event('inputreport');
    Object.assign(event, { reportId, data: new DataView(Uint8Array.from(bytes).buffer) });
    this.dispatchEvent(event);
  }
}

/** WebHID with simulated devices; one is there when it is plugged in. */
export class SimulatedHid extends EventTarget implements Hid {
  devices: HidDevice[] = [];

  getDevices(): Promise<HidDevice[]> {
    return Promise.resolve(this.devices);
  }

  requestDevice(): Promise<HidDevice[]> {
    return Promise.resolve(this.devices.slice(0, 1));
  }

  plug(device: HidDevice): void {
    this.devices.push(device);
    this.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }

  unplug(device: HidDevice): void {
    this.devices = this.devices.filter((one) => one !== device);
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}
