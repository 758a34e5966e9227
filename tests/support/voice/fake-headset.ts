import type { Page } from 'playwright-core';

/** A headset in a test's hand: its buttons, and what its lamps show. */
export type FakeHeadset = {
  /** What a browser gives as `navigator.hid`. */
  readonly hid: HID;
  /** The person is asked which headset, and chooses this one. */
  readonly allow: () => void;
  readonly plug: (isIn: boolean) => void;
  /** The bits of its only input report: hook switch, phone mute, flash. */
  readonly press: (bits: number) => void;
  /** The bits of its only output report: mute, off-hook, ring. */
  readonly lamps: () => number;
};

/**
 * As a headset describes itself by the usage tables: a hook switch that stays, a mute button and a flash that are only pressed, three
 * lamps. It is whole in itself, since it also runs in pages.
 */
export function fakeHeadset(): FakeHeadset {
  const field = { reportSize: 1, reportCount: 1, isArray: false, isRange: false };
  const button = (usage: number, isAbsolute: boolean) => ({
    ...field,
    ...{ usages: [usage], isAbsolute, hasPreferredState: false, isConstant: false },
  });
  const unused = { ...field, reportCount: 5, isConstant: true, isAbsolute: true, usages: [] };
  const collection = {
    ...{ usagePage: 0x0b, usage: 0x05, type: 1, children: [], featureReports: [] },
    inputReports: [
      {
        reportId: 2,
        items: [button(0x0b_0020, true), button(0x0b_002f, false), button(0x0b_0021, true), unused],
      },
    ],
    outputReports: [
      {
        reportId: 3,
        items: [button(0x08_0009, true), button(0x08_0017, true), button(0x08_0018, true), unused],
      },
    ],
  };
  let shown = 0;
  let isAllowed = false;
  let isIn = true;
  const device = Object.assign(new EventTarget(), {
    productName: 'Casque d’essai',
    collections: [collection],
    opened: false,
    open: async () => {
      device.opened = true;
    },
    close: async () => {
      device.opened = false;
    },
    sendReport: async (_id: number, data: Uint8Array) => {
      shown = data[0] ?? 0;
    },
  });
  const given = async () => (isAllowed && isIn ? [device] : []);
  const access = Object.assign(new EventTarget(), {
    getDevices: given,
    requestDevice: async () => {
      isAllowed = true;
      return given();
    },
  });
  const tell = (target: EventTarget, type: string, more: object) =>
    target.dispatchEvent(Object.assign(new Event(type), { device }, more));
  return {
    hid: access as unknown as HID,
    allow: () => {
      isAllowed = true;
    },
    plug: (now) => {
      isIn = now;
      tell(access, now ? 'connect' : 'disconnect', {});
    },
    press: (bits) =>
      tell(device, 'inputreport', {
        reportId: 2,
        data: new DataView(Uint8Array.of(bits).buffer),
      }),
    lamps: () => shown,
  };
}

declare global {
  /** The headset of the test's page. */
  var headset: FakeHeadset;
}

/** Plugs such a headset into a page, before it is loaded. */
export function plugHeadsetInto(page: Page): Promise<unknown> {
  return page.addInitScript(`
    globalThis.headset = (${fakeHeadset.toString()})();
    Object.defineProperty(navigator, 'hid', { value: headset.hid, configurable: true });
  `);
}
