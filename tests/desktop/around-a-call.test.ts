import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalKeys } from '#src/contract';
import type { ElectronDouble } from '../support/electron-double.ts';
import { desk, openShell, type ShellRig } from '../support/shell-rig.ts';

let rig: ShellRig;
let electron: ElectronDouble;

beforeAll(async () => {
  rig = await openShell();
  ({ electron } = rig);
});

afterAll(() => rig?.close());

const ask = (method: string, input: unknown) => electron.invoke(`desktop:${method}`, desk, input);

function first() {
  const [window] = electron.windows;
  if (window === undefined) throw new Error('no window');
  return window;
}

const trayMenu = {
  says: 'Disponible',
  choices: [
    { presence: 'available', label: 'Disponible', isChosen: true },
    { presence: 'pause', label: 'En pause', isChosen: false },
  ],
  open: 'Ouvrir Aiguillage',
  quit: 'Quitter',
};

describe('around a call', () => {
  test('keys answer in every program only while the desk wants them', async () => {
    expect(await ask('setKeys', { keys: ['answer'] })).toEqual({ refused: [] });
    expect([...electron.keys.keys()]).toEqual([globalKeys.answer]);
    expect(await ask('setKeys', { keys: ['hold', 'hang-up'] })).toEqual({ refused: [] });
    expect([...electron.keys.keys()]).toEqual([globalKeys.hold, globalKeys['hang-up']]);
    expect(await ask('setKeys', { keys: [] })).toEqual({ refused: [] });
    expect(electron.keys.size).toBe(0);
  });

  test('a key that another program holds is said, and the others answer', async () => {
    electron.keysOfOthers.add(globalKeys.hold);
    expect(await ask('setKeys', { keys: ['hold', 'hang-up'] })).toEqual({ refused: ['hold'] });
    expect([...electron.keys.keys()]).toEqual([globalKeys['hang-up']]);
    electron.keysOfOthers.clear();
    expect(await ask('setKeys', { keys: ['hold', 'hang-up'] })).toEqual({ refused: [] });
  });

  test('a desk that is loaded anew, or has crashed, holds no key and no sign', async () => {
    for (const event of ['did-navigate', 'render-process-gone']) {
      await ask('setKeys', { keys: ['answer'] });
      await ask('setTray', { menu: trayMenu });
      first().webContents.emit(event);
      expect(electron.keys.size).toBe(0);
      expect(electron.trays.at(-1)?.isGone).toBe(true);
    }
  });

  test('a key that is pressed reaches the page; answering brings it forward', async () => {
    const { webContents, acts } = first();
    await rig.page.goto(`${rig.shell.address}/`);
    webContents.deliver = (_channel, message) =>
      void rig.page.evaluate((told) => Reflect.get(window, '__hear')(told), message);
    await rig.page.evaluate(() => {
      const bridge = Reflect.get(window, 'aiguillage');
      const heard: unknown[] = [];
      Reflect.set(window, '__heard', heard);
      Reflect.set(
        window,
        '__stop',
        bridge.watch((event: unknown) => heard.push(event)),
      );
      return bridge.setKeys({ keys: ['answer', 'hang-up'] });
    });
    acts.length = 0;
    electron.keys.get(globalKeys['hang-up'])?.();
    expect(acts).toEqual([]);
    electron.keys.get(globalKeys.answer)?.();
    expect(acts).toContain('focus');
    const heard = () => rig.page.evaluate(() => Reflect.get(window, '__heard'));
    await expect.poll(heard).toEqual([
      { kind: 'key-pressed', key: 'hang-up' },
      { kind: 'key-pressed', key: 'answer' },
    ]);
    await rig.page.evaluate(() => Reflect.get(window, '__stop')());
    electron.keys.get(globalKeys.answer)?.();
    await rig.page.evaluate(() => Promise.resolve());
    expect(await heard()).toHaveLength(2);
    await ask('setKeys', { keys: [] });
    webContents.deliver = () => undefined;
  });

  test('a ring that must not disturb flashes, and no more', async () => {
    first().acts.length = 0;
    await ask('flash', {});
    expect(first().acts).toEqual(['flash']);
  });

  test('the sign beside the clock says what the adviser is, and changes it', async () => {
    await ask('setTray', { menu: trayMenu });
    const tray = electron.trays.at(-1);
    expect(tray?.tip).toBe('Aiguillage : Disponible');
    expect(tray?.menu.map(({ label, checked }) => [label, checked])).toEqual([
      ['Disponible', true],
      ['En pause', false],
      [undefined, undefined],
      ['Ouvrir Aiguillage', undefined],
      ['Quitter', undefined],
    ]);
    first().webContents.sent.length = 0;
    tray?.menu[1]?.click?.();
    expect(first().webContents.sent).toEqual([{ kind: 'presence-chosen', presence: 'pause' }]);
    const available = tray?.image;
    const choices = trayMenu.choices.map((choice) => ({ ...choice, isChosen: !choice.isChosen }));
    await ask('setTray', { menu: { ...trayMenu, says: 'En pause', choices } });
    expect(electron.trays.at(-1)).toBe(tray);
    expect(tray?.image).not.toEqual(available);
    first().acts.length = 0;
    tray?.emit('click');
    expect(first().acts).toContain('focus');
    await ask('setTray', { menu: null });
    expect(tray?.isGone).toBe(true);
  });
});

describe('telephone links of other programs', () => {
  test('open here only once somebody wants that', async () => {
    expect(await ask('phoneLinks', { open: null })).toEqual({ open: false });
    expect(await ask('phoneLinks', { open: true })).toEqual({ open: true });
    expect(await ask('phoneLinks', { open: false })).toEqual({ open: false });
  });

  test.each([
    ['tel:+33199005678', '+33199005678'],
    ['TEL:01%2099%2000%2056%2078', '01 99 00 56 78'],
    ['tel:+33-1-99-00-56-78;ext=4', '+33-1-99-00-56-78'],
    ['tel:<script>', null],
    ['tel:%E0%A4%A', null],
    ['https://elsewhere.invalid/', null],
  ])('the link %s brings %j to the desk, once', async (link, number) => {
    first().webContents.sent.length = 0;
    electron.app.emit('second-instance', {}, ['aiguillage', link]);
    expect(first().webContents.sent).toEqual(number === null ? [] : [{ kind: 'number-waits' }]);
    expect(await ask('takeNumber', {})).toEqual({ number });
    expect(await ask('takeNumber', {})).toEqual({ number: null });
  });

  test('a link that macOS hands over is opened as well', async () => {
    electron.app.emit('open-url', { preventDefault: () => undefined }, 'tel:+33199005678');
    expect(await ask('takeNumber', {})).toEqual({ number: '+33199005678' });
  });

  test('nothing is told to a page that is not the desk', () => {
    const { webContents } = first();
    webContents.sent.length = 0;
    webContents.url = 'https://elsewhere.invalid/';
    electron.app.emit('second-instance', {}, ['tel:+33199005678']);
    expect(webContents.sent).toEqual([]);
    webContents.url = desk;
  });
});

describe('headsets', () => {
  const headset = (deviceId: string, usagePage = 0x0b) => ({
    deviceId,
    name: `Casque ${deviceId}`,
    collections: [{ usagePage }],
  });

  test('the buttons of a headset are handed out to the desk, no other device is', () => {
    const ask = (deviceType: string, origin: string, usagePage: number) =>
      electron.permissions.device?.({ deviceType, origin, device: headset('1', usagePage) });
    expect(ask('hid', 'app://poste', 0x0b)).toBe(true);
    expect(ask('hid', 'https://elsewhere.invalid', 0x0b)).toBe(false);
    expect(ask('hid', 'app://poste', 0x01)).toBe(false);
    expect(ask('usb', 'app://poste', 0x0b)).toBe(false);
  });

  test('of several headsets, the person names one; of one, nobody is asked', async () => {
    const chosen = (url: string, devices: readonly ReturnType<typeof headset>[]) =>
      new Promise((settle) => {
        const details = { deviceList: devices, frame: { url } };
        electron.session.emit(
          'select-hid-device',
          { preventDefault: () => undefined },
          details,
          settle,
        );
      });
    electron.questions.length = 0;
    expect(await chosen(desk, [headset('1'), headset('2', 0x01)])).toBe('1');
    expect(await chosen('https://elsewhere.invalid/', [headset('1')])).toBeNull();
    expect(electron.questions).toEqual([]);
    electron.answer = 2;
    expect(await chosen(desk, [headset('1'), headset('2')])).toBe('2');
    electron.answer = 0;
    expect(await chosen(desk, [headset('1'), headset('2')])).toBeNull();
    expect(electron.questions[0]).toContain('Casque 1');
  });
});
