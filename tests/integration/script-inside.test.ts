import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import { at, codesOf, publishNow, script, scriptDesksOn } from '../support/script-desks.ts';

/** A script that runs another in the place of its first question. */
function running(inside: string, id: string, version: string) {
  const document = script(version, { id });
  const consent = { type: 'script' as const, section: 'call', script: inside, next: 'need' };
  return { ...document, nodes: { ...document.nodes, consent } };
}

onBothDatabases('SC-46 a script', (database) => {
  const desks = scriptDesksOn(database);

  it('carries the words of one that it runs until it is published again', async () => {
    const { administrator } = desks();
    const { library, publish, save, latest } = at(administrator);
    const runBy = async () => (await library()).scripts.find(({ id }) => id === 'dedans')?.runBy;
    const around = { id: 'autour', title: 'Script court' };
    await publishNow(administrator, script('1.0.0', { id: 'dedans' }));
    await publishNow(administrator, running('dedans', 'autour', '1.0.0'));
    expect(await runBy()).toEqual([{ ...around, isBehind: false }]);
    await publishNow(administrator, script('1.0.1', { id: 'dedans', say: 'Besoin, donc ?' }));
    expect(await runBy()).toEqual([{ ...around, isBehind: true }]);

    const { hash } = await latest('autour');
    await save(running('dedans', 'autour', '1.0.1'), 0, hash);
    expect(await publish('autour', 1)).toMatchObject({ status: 'published' });
    expect(await runBy()).toEqual([{ ...around, isBehind: false }]);
  });

  it('that runs itself, straight or through another, is not published', async () => {
    const { publish, save, latest, discard } = at(desks().administrator);
    const { hash } = await latest('dedans');
    for (const inside of ['dedans', 'autour']) {
      await save(running(inside, 'dedans', '2.0.0'), 0, hash);
      expect(codesOf(await publish('dedans', 1))).toContain('script-too-deep');
      await discard('dedans', 1);
    }
  });
});
