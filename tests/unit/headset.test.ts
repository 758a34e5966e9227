import { describe, expect, it } from 'vitest';
import { openHeadset } from '../../renderer/telephony/headset.ts';
import { lampsOf } from '../../renderer/telephony/headset-context.tsx';
import {
  dark,
  lampReports,
  readLayout,
  readPresses,
  released,
} from '../../renderer/telephony/headset-reports.ts';
import { fakeHeadset } from '../support/voice/fake-headset.ts';

/* As headsets describe themselves by the HID usage tables; none of them was at hand. */

const hook = 0x0b_0020;
const flash = 0x0b_0021;
const mute = 0x0b_002f;
const bit = { reportSize: 1, reportCount: 1, isAbsolute: true };
const padding = (bits: number) => ({ ...bit, reportCount: bits, isConstant: true });
const report = (id: number, ...bytes: readonly number[]) => ({
  id,
  data: new DataView(Uint8Array.from(bytes).buffer),
});

function layoutOf(input: HIDReportInfo, output: HIDReportInfo = {}) {
  const layout = readLayout([{ inputReports: [input], outputReports: [output] }]);
  if (layout === null) throw new Error('It has a button.');
  return layout;
}

describe('SO-16 what a headset says', () => {
  it('is read where its own description puts it, past what is left empty', () => {
    const layout = layoutOf({
      reportId: 5,
      items: [
        padding(3),
        { ...bit, usages: [0x0b_0024] },
        { ...bit, reportCount: 2, isRange: true, usageMinimum: hook, usageMaximum: flash },
        padding(10),
      ],
    });
    const read = (...bytes: readonly number[]) =>
      readPresses(layout, report(5, ...bytes), released, dark).presses;
    expect(read(0b0001_0000, 0)).toEqual(['off-hook']);
    expect(read(0b0010_0000, 0)).toEqual(['flash']);
    expect(read(0b0000_1111, 255)).toEqual([]);
    expect(readPresses(layout, report(4, 255, 255), released, dark).presses).toEqual([]);
    expect(read()).toEqual([]);
  });

  it('is a number where one of a list is pressed', () => {
    const layout = layoutOf({
      items: [
        {
          ...{ reportSize: 4, reportCount: 1, isArray: true, isAbsolute: true },
          ...{ logicalMinimum: 1, usages: [flash, mute] },
        },
      ],
    });
    const read = (byte: number) => readPresses(layout, report(0, byte), released, dark).presses;
    expect(read(1)).toEqual(['flash']);
    expect(read(2)).toEqual(['mute']);
    expect([0, 3, 0x12].map(read)).toEqual([[], [], ['mute']]);
  });

  it('is a change: the same report twice is one press, and what rests is told by the press alone', () => {
    const layout = layoutOf({
      items: [
        { ...bit, usages: [hook] },
        { ...bit, usages: [mute], isAbsolute: false },
      ],
    });
    let buttons = released;
    const heard = [0b01, 0b01, 0b11, 0b01, 0b00].map((byte) => {
      const read = readPresses(layout, report(0, byte), buttons, dark);
      buttons = read.buttons;
      return read.presses;
    });
    expect(heard).toEqual([['off-hook'], [], ['mute'], [], ['on-hook']]);
  });

  it('says the other way than the lamps where a button does not say which', () => {
    const items = [{ ...bit, reportCount: 2, usages: [hook, mute], isAbsolute: false }];
    const layout = layoutOf({ items });
    const lamps = { ...dark, offHook: true, mute: true };
    const read = readPresses(layout, report(0, 0b11), released, lamps);
    expect(read.presses).toEqual(['on-hook', 'unmute']);
  });

  it('is nothing where a device has none of the buttons', () => {
    expect(readLayout([{ inputReports: [{ items: [{ ...bit, usages: [0x0c_00e9] }] }] }])).toBe(
      null,
    );
  });
});

describe('SO-17 what its lamps show', () => {
  it('goes to each report that has one, at its place', () => {
    const lamp = (usage: number) => ({ ...bit, usages: [usage] });
    const outputs = [
      { reportId: 1, items: [padding(9), lamp(0x08_0017), padding(6)] },
      { reportId: 2, items: [lamp(0x08_0018), lamp(0x08_0009), padding(6)] },
      { reportId: 3, items: [padding(8)] },
    ];
    const inputReports = [{ items: [{ ...bit, usages: [hook] }] }];
    const layout = readLayout([{ inputReports, outputReports: outputs }]);
    if (layout === null) throw new Error('It has a button.');
    const shown = lampReports(layout, { offHook: true, ring: false, mute: true });
    expect(shown.map(({ id, data }) => [id, ...data])).toEqual([
      [1, 0, 0b10],
      [2, 0b10],
    ]);
  });

  it('follows the call in hand; what rings beside it lights nothing', () => {
    const leg = { callId: 'a', isMuted: false, warnings: [] };
    const ringing = { ...leg, callId: 'b', state: 'ringing' } as const;
    const open = { ...leg, state: 'open', isMuted: true } as const;
    expect(lampsOf(null)).toEqual(dark);
    expect(lampsOf({ legs: [ringing] })).toEqual({ ...dark, ring: true });
    expect(lampsOf({ legs: [open, ringing] })).toEqual({ offHook: true, ring: false, mute: true });
  });
});

describe('SO-18 a headset at this page', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  async function opened(isAllowed: boolean) {
    const fake = fakeHeadset();
    if (isAllowed) fake.allow();
    const headset = openHeadset(fake.hid);
    const heard: string[] = [];
    headset.onPress((press) => heard.push(press));
    await settled();
    return { fake, headset, heard };
  }

  it('is heeded once it is allowed, and by itself from then on, however often it is plugged in', async () => {
    const { headset, fake, heard } = await opened(false);
    fake.press(1);
    expect([headset.getNames(), heard]).toEqual([[], []]);
    await headset.authorise();
    expect(headset.getNames()).toEqual(['Casque d’essai']);
    fake.plug(false);
    expect(headset.getNames()).toEqual([]);
    fake.plug(true);
    await settled();
    fake.press(1);
    expect(heard).toEqual(['off-hook']);
    expect((await opened(true)).headset.getNames()).toEqual(['Casque d’essai']);
  });

  it('ends a call that was answered on screen, though it never said that it was taken up', async () => {
    const { headset, fake, heard } = await opened(true);
    headset.show({ ...dark, offHook: true });
    expect(fake.lamps()).toBe(0b010);
    fake.press(0);
    expect(heard).toEqual(['on-hook']);
  });

  it('hears nothing in its own answer to a lamp', async () => {
    const { headset, fake, heard } = await opened(true);
    headset.show({ ...dark, ring: true });
    fake.press(1);
    headset.show({ ...dark, offHook: true });
    headset.show(dark);
    fake.press(0);
    expect(heard).toEqual(['off-hook']);
  });

  it('SO-3 is dark and silent once the page lets it go', async () => {
    const { headset, fake, heard } = await opened(true);
    headset.show({ ...dark, offHook: true, mute: true });
    headset.close();
    expect(fake.lamps()).toBe(0);
    fake.press(1);
    fake.plug(true);
    await settled();
    expect([headset.getNames(), heard]).toEqual([[], []]);
  });
});
