import pino from 'pino';
import { expect, it } from 'vitest';
import { changePage } from '#src/contract';
import type { ScriptDocument } from '#src/script';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { keepShippedScripts } from '../../main/hub/operations/shipped-scripts.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import { onBothDatabases } from '../support/databases.ts';
import { testPorts } from '../support/hub.ts';
import { at, publishNow, script, scriptDesksOn } from '../support/script-desks.ts';

/** The hub starts with these scripts. Gives what it wrote to the log. */
async function startWith(database: Database, ...scripts: readonly ScriptDocument[]) {
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => logged.push(line) });
  const journal = await openJournal(database);
  try {
    await keepShippedScripts({ journal, ports: { ...testPorts, log } }, scripts);
  } finally {
    await journal.close();
  }
  return logged.join('');
}

onBothDatabases('SC-45 a script that ships', (database) => {
  const desks = scriptDesksOn(database);
  const administrator = () => at(desks().administrator);

  it('is published in the place of an earlier version that ships, once, and desks are told', async () => {
    const { versions, latest } = administrator();
    const told = async () => {
      const { changes } = changePage.parse(
        await (await desks().adviser.get('/api/changes')).json(),
      );
      return changes.filter(({ id }) => id === '/api/scripts/suivi').length;
    };
    const shipped = (version: string) => script(version, { id: 'suivi' });
    expect(await startWith(database(), shipped('1.0.0'))).toBe('');
    expect([await told(), (await latest('suivi')).version]).toEqual([0, '1.0.0']);
    await startWith(database(), shipped('1.1.0'));
    await startWith(database(), shipped('1.1.0'));
    expect([await told(), (await latest('suivi')).version]).toEqual([1, '1.1.0']);
    // An older program on the same database, and one that has not been here before.
    await startWith(database(), shipped('1.0.0'));
    await startWith(database(), shipped('1.0.5'));
    expect(await versions('suivi')).toEqual([
      ['1.1.0', 'published', 0],
      ['1.0.5', 'offered', 0],
      ['1.0.0', 'archived', 0],
    ]);
  });

  it('stays beside what was written here, to be compared with and taken over', async () => {
    const { versions, latest, save, publish, workshop } = administrator();
    const id = 'sur-place';
    await startWith(database(), script('1.0.0', { id }));
    await publishNow(desks().administrator, script('1.0.1', { id, say: 'Nos mots ?' }));
    const next = script('1.1.0', { id, say: 'Vos mots ?' });
    await startWith(database(), next);
    await startWith(database(), script('1.2.0', { id }));
    expect(await versions(id)).toEqual([
      ['1.2.0', 'offered', 0],
      ['1.1.0', 'offered', 0],
      ['1.0.1', 'published', 0],
      ['1.0.0', 'archived', 0],
    ]);
    const { hash } = await latest(id);
    // Its number is not free for other words.
    await save(script('1.1.0', { id, say: 'Nos mots encore ?' }), 0, hash);
    expect(await publish(id, 1)).toMatchObject({ findings: [{ code: 'version-taken' }] });
    await save(next, 1, hash);
    expect(await publish(id, 2)).toMatchObject({ status: 'published' });
    expect((await workshop(id)).entry.versions[1]).toMatchObject({
      version: '1.1.0',
      state: 'published',
      author: 'Compte administrator',
    });
    // Back on what ships, it follows what ships.
    await startWith(database(), script('1.2.0', { id }));
    expect((await latest(id)).version).toBe('1.2.0');
  });

  it('is left out where its number was given to words written here, and the log says so', async () => {
    const id = 'meme-numero';
    await startWith(database(), script('1.0.0', { id }));
    const ours = await publishNow(desks().administrator, script('1.0.1', { id, say: 'À nous ?' }));
    const logged = await startWith(database(), script('1.0.1', { id, say: 'À vous ?' }));
    expect(JSON.parse(logged)).toMatchObject({ level: 40, script: id, version: '1.0.1' });
    expect(await administrator().latest(id)).toEqual(ours);
  });

  it('keeps the hub from starting where its words changed under one number, and says what to do', async () => {
    const id = 'deux-contenus';
    await startWith(database(), script('1.0.0', { id }));
    await expect(
      startWith(database(), script('1.0.0', { id, say: 'Autrement ?' })),
    ).rejects.toThrow(/Start the program that ran before, or a later one/);
  });
});
