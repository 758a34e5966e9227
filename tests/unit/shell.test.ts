import { describe, expect, test } from 'vitest';
import { chooseShell } from '../../main/cli/shell.ts';

const base = {
  environment: { DISPLAY: ':0' },
  platform: 'linux',
  isInteractive: true,
  electron: '/opt/electron/electron',
} as const;

describe('the shell that opens the desk', () => {
  test('is Electron where its program is there', () => {
    expect(chooseShell(base)).toMatchObject({ kind: 'electron', binary: '/opt/electron/electron' });
  });

  test.each([
    ['linux', ['xdg-open']],
    ['darwin', ['open']],
    ['win32', ['rundll32', 'url.dll,FileProtocolHandler']],
  ] as const)('is the browser on %s where it is not', (platform, command) => {
    expect(chooseShell({ ...base, platform, electron: null })).toMatchObject({
      kind: 'browser',
      command,
    });
  });

  test('is nothing without a display, in a script, or where the operator says so', () => {
    const opened = [
      chooseShell({ ...base, environment: {} }),
      chooseShell({ ...base, electron: null, isInteractive: false }),
      chooseShell({ ...base, environment: { ...base.environment, AIGUILLAGE_NO_OPEN: '1' } }),
    ];
    expect(opened.map(({ kind }) => kind)).toEqual(['none', 'none', 'none']);
    expect(new Set(opened.map(({ why }) => why)).size).toBe(3);
  });

  test('a Wayland display counts', () => {
    const environment = { WAYLAND_DISPLAY: 'wayland-0' };
    expect(chooseShell({ ...base, environment }).kind).toBe('electron');
  });
});
