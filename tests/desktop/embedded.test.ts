import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demonstrationView, setupView } from '#src/contract';
import { buildDesk, buildDesktop, buildHub, root } from '../../main/cli/build.ts';
import { ElectronDouble, standInForElectron } from '../support/electron-double.ts';

let folder: string;
let electron: ElectronDouble;

beforeAll(async () => {
  await Promise.all([buildDesk(), buildDesktop(), buildHub()]);
  folder = await mkdtemp(join(tmpdir(), 'aiguillage-embedded-'));
  vi.stubEnv('AIGUILLAGE_HUB', '');
  vi.stubEnv('AIGUILLAGE_DATA', join(folder, 'data'));
  // The bundle looks for the data beside itself, where the package has it.
  await rm(join(root, 'dist/hub/data'), { force: true });
  await symlink(join(root, 'data'), join(root, 'dist/hub/data'));
  electron = new ElectronDouble(folder);
  standInForElectron(electron);
  createRequire(import.meta.url)(join(root, 'dist/desktop/main.js'));
  await vi.waitFor(() => expect(electron.windows).toHaveLength(1), { timeout: 120_000 });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(join(root, 'dist/hub/data'), { force: true });
  await rm(folder, { recursive: true, force: true });
});

test('without a hub named, the desktop runs its own, and shows the code of the first administrator', async () => {
  const answer = await electron.request('app://poste/api/setup');
  expect(setupView.parse(await answer.json())).toMatchObject({
    state: 'needs-administrator',
    canOpenDemonstration: true,
  });
  await expect.poll(() => electron.questions.join()).toMatch(/recopiez ce code/);
});

test('the demonstration is a second hub of its own', async () => {
  const answer = await electron.request('app://poste/api/setup/demonstration', { method: 'POST' });
  const { address } = demonstrationView.parse(await answer.json());
  const setup = setupView.parse(await (await fetch(`${new URL(address).origin}/api/setup`)).json());
  expect(setup.kind).toBe('demonstration');
});

test('quitting waits until its hubs have closed their databases', async () => {
  const prevented = vi.fn();
  electron.app.emit('before-quit', { preventDefault: prevented });
  expect(prevented).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(electron.quits).toBe(1), { timeout: 30_000 });
  expect((await electron.request('app://poste/api/setup')).status).toBe(502);
});
