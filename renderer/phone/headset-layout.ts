/** What WebHID tells of a device's reports, as far as we read it (https://wicg.github.io/webhid/). */
export type ReportItem = {
  isAbsolute?: boolean;
  isArray?: boolean;
  isConstant?: boolean;
  isRange?: boolean;
  reportSize?: number;
  reportCount?: number;
  logicalMinimum?: number;
  usages?: number[];
  usageMinimum?: number;
};
export type Report = { reportId?: number; items?: ReportItem[] };
export type Collection = {
  usagePage?: number;
  usage?: number;
  inputReports?: Report[];
  outputReports?: Report[];
  children?: Collection[];
};

/** USB HID Usage Tables, page 0x0B (telephony) for buttons, 0x08 (LED) for lights. */
export const TELEPHONY_PAGE = 0x0b;
const LED_PAGE = 0x08;
const BUTTONS = { 0x20: 'hook', 0x21: 'flash', 0x2f: 'mute' } as const;
const LIGHTS = { 0x09: 'mute', 0x17: 'off-hook', 0x18: 'ring', 0x20: 'hold' } as const;

export type Button = (typeof BUTTONS)[keyof typeof BUTTONS];
export type Light = (typeof LIGHTS)[keyof typeof LIGHTS];

/** Where a button stands in an input report. `usage` null: a bit of its own; else an array field whose value names the pressed usage. */
export type ButtonPlace = { button: Button; bit: number; size: number; value: number; isAbsolute: boolean };
export type LightPlace = { light: Light; bit: number };

/** Buttons and lights of a headset by the reports they stand in. */
export type Layout = {
  buttons: Map<number, ButtonPlace[]>;
  lights: Map<number, { places: LightPlace[]; bytes: number }>;
};

const isButton = (usage: number): usage is keyof typeof BUTTONS => usage in BUTTONS;
const isLight = (usage: number): usage is keyof typeof LIGHTS => usage in LIGHTS;

/** A usage as WebHID writes it: page in the high half, where there is one. */
const pageOf = (usage: number, collection: Collection): number => usage >>> 16 || (collection.usagePage ?? 0);

/** The layout of a device, or null when none of its collections is a telephone's with a hook switch: then it is no headset of ours. */
export function layoutOf(collections: readonly Collection[]): Layout | null {
  const layout: Layout = { buttons: new Map(), lights: new Map() };
  const everything = collections.flatMap(function flat(one: Collection): Collection[] {
    return [one, ...(one.children ?? []).flatMap(flat)];
  });
  for (const collection of everything) {
    for (const report of collection.inputReports ?? []) readButtons(layout, collection, report);
    for (const report of collection.outputReports ?? []) readLights(layout, collection, report);
  }
  const hasHook = [...layout.buttons.values()].some((places) => places.some(({ button }) => button === 'hook'));
  return hasHook ? layout : null;
}

function readButtons(layout: Layout, collection: Collection, { reportId = 0, items = [] }: Report): void {
  const places = layout.buttons.get(reportId) ?? [];
  walk(items, (item, index, bit) => {
    const usage = usageAt(item, index);
    if (pageOf(usage, collection) !== TELEPHONY_PAGE || !isButton(usage & 0xffff)) return;
    const button = BUTTONS[(usage & 0xffff) as keyof typeof BUTTONS];
    const value = item.isArray ? (item.logicalMinimum ?? 0) + index : 1;
    places.push({ button, bit, size: item.reportSize ?? 1, value, isAbsolute: item.isAbsolute ?? true });
  });
  if (places.length > 0) layout.buttons.set(reportId, places);
}

function readLights(layout: Layout, collection: Collection, { reportId = 0, items = [] }: Report): void {
  const known = layout.lights.get(reportId);
  const places = known?.places ?? [];
  const bits = walk(items, (item, index, bit) => {
    const usage = usageAt(item, index);
    if (item.isArray || pageOf(usage, collection) !== LED_PAGE || !isLight(usage & 0xffff)) return;
    places.push({ light: LIGHTS[(usage & 0xffff) as keyof typeof LIGHTS], bit });
  });
  if (places.length > 0)
    layout.lights.set(reportId, { places, bytes: Math.max(known?.bytes ?? 0, Math.ceil(bits / 8)) });
}

const usageAt = ({ isRange, usages = [], usageMinimum = 0 }: ReportItem, index: number): number =>
  isRange ? usageMinimum + index : (usages[index] ?? 0);

/** Visits each usage of a report with the bit it begins at (an array's usages share theirs). Returns the length in bits. */
function walk(items: readonly ReportItem[], visit: (item: ReportItem, index: number, bit: number) => void): number {
  let bit = 0;
  for (const item of items) {
    const { reportSize = 1, reportCount = 1 } = item;
    const usages = item.isArray ? (item.usages?.length ?? 0) : reportCount;
    if (!item.isConstant) {
      for (let index = 0; index < usages; index += 1) visit(item, index, item.isArray ? bit : bit + index * reportSize);
    }
    bit += reportSize * reportCount;
  }
  return bit;
}

/** Whether each button of a report is down. */
export function pressedIn(places: readonly ButtonPlace[], data: DataView): Map<Button, boolean> {
  return new Map(places.map(({ button, bit, size, value }) => [button, fieldAt(data, bit, size) === value]));
}

function fieldAt(data: DataView, bit: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) {
    const at = bit + index;
    const byte = at >> 3 < data.byteLength ? data.getUint8(at >> 3) : 0;
    value |= ((byte >> (at & 7)) & 1) << index;
  }
  return value;
}

/** The bytes of an output report with these lights on. */
export function lightsReport(
  { places, bytes }: { places: readonly LightPlace[]; bytes: number },
  on: ReadonlySet<Light>,
) {
  const report = new Uint8Array(bytes);
  for (const { light, bit } of places) {
    if (on.has(light)) report[bit >> 3] = (report[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return report;
}
