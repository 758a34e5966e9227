/*
 * What a headset says by its buttons and shows by its lamps, in reports of bits that it describes itself. Usages as in the « HID Usage
 * Tables » of the USB Implementers Forum: page 0x0B (telephony) and page 0x08 (lamps).
 */

export const telephonyPage = 0x0b;

const buttonUsages = { hook: 0x0b_0020, flash: 0x0b_0021, mute: 0x0b_002f } as const;
const lampUsages = { offHook: 0x08_0017, ring: 0x08_0018, mute: 0x08_0009 } as const;
type Button = keyof typeof buttonUsages;
type Lamp = keyof typeof lampUsages;

/** How the buttons stand, as far as is known. */
export type Buttons = { readonly [Name in Button]: boolean };
export const released: Buttons = { hook: false, flash: false, mute: false };

/** What the lamps show. `offHook` also tells the headset that there is a call for its button to end. */
export type Lamps = { readonly [Name in Lamp]: boolean };
export const dark: Lamps = { offHook: false, ring: false, mute: false };

/** What somebody did by a button. */
export type HeadsetPress = 'off-hook' | 'on-hook' | 'flash' | 'mute' | 'unmute';

/** Where one usage stands. */
type Place = {
  readonly reportId: number;
  readonly usage: number;
  readonly bit: number;
  readonly bits: number;
  /** What is there where the usage is on: 1, or its number in a list of which the place holds one. */
  readonly value: number;
  /** It says how a button stands; otherwise only that it is pressed. */
  readonly isSwitch: boolean;
};

/** What of a headset's reports is understood here. */
export type HeadsetLayout = {
  readonly buttons: readonly (Place & { readonly name: Button })[];
  readonly lamps: readonly (Place & { readonly name: Lamp })[];
  /** The length of each report with lamps. */
  readonly lampBytes: ReadonlyMap<number, number>;
};

type Described = Pick<HIDCollectionInfo, 'inputReports' | 'outputReports'>;

/** Reads how a headset describes its reports; `null`: none of its buttons is known here. An outer collection holds what its inner ones do. */
export function readLayout(collections: readonly Described[]): HeadsetLayout | null {
  const inputs = collections.flatMap(({ inputReports }) => inputReports ?? []);
  const outputs = collections.flatMap(({ outputReports }) => outputReports ?? []);
  const buttons = named(inputs.flatMap(placesOf), buttonUsages);
  if (buttons.length === 0) return null;
  return {
    buttons,
    lamps: named(outputs.flatMap(placesOf), lampUsages),
    lampBytes: new Map(
      outputs.map(({ reportId = 0, items = [] }) => {
        const bits = items.reduce((sum, item) => sum + bitsOf(item), 0);
        return [reportId, Math.ceil(bits / 8)];
      }),
    ),
  };
}

function named<Name extends string>(
  places: readonly Place[],
  usages: { readonly [Key in Name]: number },
): readonly (Place & { readonly name: Name })[] {
  const found: (Place & { readonly name: Name })[] = [];
  for (const name in usages) {
    for (const place of places) if (place.usage === usages[name]) found.push({ ...place, name });
  }
  return found;
}

const bitsOf = ({ reportSize = 0, reportCount = 0 }: HIDReportItem) => reportSize * reportCount;

function placesOf({ reportId = 0, items = [] }: HIDReportInfo): readonly Place[] {
  let next = 0;
  return items.flatMap((item) => {
    const start = next;
    next += bitsOf(item);
    return item.isConstant === true ? [] : placesIn(item, reportId, start);
  });
}

function placesIn(item: HIDReportItem, reportId: number, start: number): readonly Place[] {
  const { reportSize: bits = 0, reportCount = 0, logicalMinimum = 0 } = item;
  const usages = usagesOf(item);
  const rests = item.isAbsolute !== true || item.hasPreferredState === true;
  return Array.from({ length: reportCount }, (_, index) => start + index * bits).flatMap(
    (bit, index) => {
      if (item.isArray === true) {
        return usages.map((usage, position) => {
          const value = logicalMinimum + position;
          return { reportId, usage, bit, bits, value, isSwitch: false };
        });
      }
      // Of fewer usages than places the last one goes on.
      const usage = usages[Math.min(index, usages.length - 1)];
      if (usage === undefined) return [];
      // Many hook switches say that they rest somewhere, and do not.
      const isSwitch = usage === buttonUsages.hook ? item.isAbsolute === true : !rests;
      return [{ reportId, usage, bit, bits, value: 1, isSwitch }];
    },
  );
}

function usagesOf({ isRange, usages = [], usageMinimum, usageMaximum }: HIDReportItem) {
  if (isRange !== true || usageMinimum === undefined || usageMaximum === undefined) return usages;
  return Array.from(
    { length: usageMaximum - usageMinimum + 1 },
    (_, index) => usageMinimum + index,
  );
}

/** What a report says was pressed since `before`. What is only pressed changes what the lamps show. */
export function readPresses(
  layout: HeadsetLayout,
  report: { readonly id: number; readonly data: DataView },
  before: Buttons,
  lamps: Lamps,
): { readonly buttons: Buttons; readonly presses: readonly HeadsetPress[] } {
  let buttons = before;
  const presses: HeadsetPress[] = [];
  for (const name of ['hook', 'flash', 'mute'] as const) {
    const places = layout.buttons.filter(
      (place) => place.name === name && place.reportId === report.id,
    );
    const [place] = places;
    if (place === undefined) continue;
    const isOn = places.some((one) => readAt(report.data, one) === one.value);
    if (isOn === before[name]) continue;
    buttons = { ...buttons, [name]: isOn };
    if (place.isSwitch) presses.push(switched(name, isOn));
    else if (isOn) presses.push(switched(name, name === 'hook' ? !lamps.offHook : !lamps.mute));
  }
  return { buttons, presses };
}

function switched(name: Button, isOn: boolean): HeadsetPress {
  if (name === 'flash') return 'flash';
  if (name === 'hook') return isOn ? 'off-hook' : 'on-hook';
  return isOn ? 'mute' : 'unmute';
}

function readAt(data: DataView, { bit, bits }: Place): number {
  let value = 0;
  for (let index = 0; index < bits; index += 1) {
    const at = bit + index;
    if (at < data.byteLength * 8 && (data.getUint8(at >> 3) >> (at & 7)) & 1) value += 2 ** index;
  }
  return value;
}

/** How the buttons stand once the lamps were changed: a switch follows its lamp, and need not say so. */
export function followLamps(
  layout: HeadsetLayout,
  buttons: Buttons,
  before: Lamps,
  after: Lamps,
): Buttons {
  const isSwitch = (name: Button) =>
    layout.buttons.some((place) => place.name === name && place.isSwitch);
  const hook = before.offHook !== after.offHook && isSwitch('hook') ? after.offHook : buttons.hook;
  const mute = before.mute !== after.mute && isSwitch('mute') ? after.mute : buttons.mute;
  return { ...buttons, hook, mute };
}

/** The reports that make a headset show these lamps. */
export function lampReports(
  layout: HeadsetLayout,
  lamps: Lamps,
): readonly { readonly id: number; readonly data: Uint8Array<ArrayBuffer> }[] {
  return [...new Set(layout.lamps.map(({ reportId }) => reportId))].map((id) => {
    const data = new Uint8Array(layout.lampBytes.get(id) ?? 0);
    for (const place of layout.lamps) {
      if (place.reportId === id && lamps[place.name]) writeAt(data, place);
    }
    return { id, data };
  });
}

function writeAt(data: Uint8Array, { bit, bits, value }: Place): void {
  for (let index = 0; index < bits; index += 1) {
    const at = bit + index;
    if ((value >> index) & 1) data[at >> 3] = (data[at >> 3] ?? 0) | (1 << (at & 7));
  }
}
