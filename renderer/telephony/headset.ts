import {
  type Buttons,
  dark,
  followLamps,
  type HeadsetLayout,
  type HeadsetPress,
  type Lamps,
  lampReports,
  readLayout,
  readPresses,
  released,
  telephonyPage,
} from './headset-reports.ts';

/** The buttons and lamps of the headsets that this page may use, as one. */
export type Headset = {
  /** Those that are heeded now. */
  readonly getNames: () => readonly string[];
  /** Calls `listener` after one came or went. Gives the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly onPress: (listener: (press: HeadsetPress) => void) => () => void;
  readonly show: (lamps: Lamps) => void;
  /** Has the browser ask which headset; only a press of the person may begin that. */
  readonly authorise: () => Promise<void>;
  readonly close: () => void;
};

type Opened = { readonly layout: HeadsetLayout; buttons: Buttons };

/** What of WebHID is used here. */
export type HidAccess = Pick<
  HID,
  'getDevices' | 'requestDevice' | 'addEventListener' | 'removeEventListener'
>;

/** Opens the headsets that were allowed before, and each as it is plugged in. */
export function openHeadset(hid: HidAccess): Headset {
  const opened = new Map<HIDDevice, Opened>();
  const changes = new Set<() => void>();
  const presses = new Set<(press: HeadsetPress) => void>();
  let names: readonly string[] = [];
  let lamps = dark;
  let isClosed = false;

  const tell = () => {
    names = [...new Set([...opened.keys()].map(({ productName }) => productName))];
    for (const listener of changes) listener();
  };
  const light = (device: HIDDevice, { layout }: Opened) => {
    for (const { id, data } of lampReports(layout, lamps)) {
      // Unplugged at this moment: there is no lamp to light.
      void device.sendReport(id, data).catch(() => undefined);
    }
  };

  async function take(device: HIDDevice): Promise<void> {
    const layout = readLayout(device.collections);
    if (layout === null || opened.has(device) || isClosed) return;
    // Another program may hold it for itself: the keyboard stays.
    const isOpen = await device.open().then(
      () => true,
      () => device.opened,
    );
    if (!isOpen || opened.has(device) || isClosed) return;
    const known: Opened = { layout, buttons: released };
    opened.set(device, known);
    device.addEventListener('inputreport', hear);
    light(device, known);
    tell();
  }

  function hear({ device, reportId, data }: HIDInputReportEvent): void {
    const known = opened.get(device);
    if (known === undefined) return;
    const read = readPresses(known.layout, { id: reportId, data }, known.buttons, lamps);
    known.buttons = read.buttons;
    for (const press of read.presses) for (const listener of presses) listener(press);
  }

  function leave(device: HIDDevice): void {
    if (!opened.delete(device)) return;
    device.removeEventListener('inputreport', hear);
    tell();
  }

  const onConnect = ({ device }: HIDConnectionEvent) => void take(device);
  const onDisconnect = ({ device }: HIDConnectionEvent) => leave(device);
  hid.addEventListener('connect', onConnect);
  hid.addEventListener('disconnect', onDisconnect);
  void hid.getDevices().then((devices) => Promise.all(devices.map(take)));

  return {
    getNames: () => names,
    subscribe: (listener) => {
      changes.add(listener);
      return () => changes.delete(listener);
    },
    onPress: (listener) => {
      presses.add(listener);
      return () => presses.delete(listener);
    },
    show: (shown) => {
      const before = lamps;
      lamps = shown;
      for (const [device, known] of opened) {
        known.buttons = followLamps(known.layout, known.buttons, before, shown);
        light(device, known);
      }
    },
    authorise: async () => {
      // Nothing chosen, or nothing plugged in: all stays as it was.
      const chosen = await hid
        .requestDevice({ filters: [{ usagePage: telephonyPage }] })
        .catch(() => []);
      await Promise.all(chosen.map(take));
    },
    close: () => {
      isClosed = true;
      hid.removeEventListener('connect', onConnect);
      hid.removeEventListener('disconnect', onDisconnect);
      changes.clear();
      presses.clear();
      lamps = dark;
      for (const [device, known] of opened) {
        light(device, known);
        leave(device);
        void device.close().catch(() => undefined);
      }
    },
  };
}
