import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { changePage, type ScriptRef } from '#src/contract';
import { hashOf } from '#src/kernel';
import { parseScript, type ScriptDocument } from '#src/script';
import { onBothDatabases } from '../support/databases.ts';
import { openTestHub } from '../support/hub.ts';
import {
  at,
  codesOf,
  publishNow,
  type ScriptDesks,
  script,
  scriptDesksOn,
} from '../support/script-desks.ts';
import { answersToOrientation } from '../support/short-script.ts';

/** A call written down afterwards, on the manual line. */
async function openCall({ adviser, manualLine }: ScriptDesks, ran: ScriptRef) {
  const callId = v7();
  const opened = await at(adviser).act('call.open', {
    callId,
    lineId: manualLine,
    number: null,
    mode: 'afterwards',
    openedAt: new Date().toISOString(),
    script: ran,
  });
  return { callId, opened };
}

async function answerAll(
  { adviser }: ScriptDesks,
  callId: string,
  answers: Record<string, string>,
) {
  for (const [question, value] of Object.entries(answers)) {
    expect(await at(adviser).act('answer.record', { callId, question, value })).toBe('applied');
  }
}

function parsed(json: unknown): ScriptDocument {
  const document = parseScript(json);
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  return document.value;
}

const words = { section: 'call', title: 'Titre', say: 'Des mots.' };
const withCard = (card: string) => ({
  type: 'orientation',
  ...words,
  options: [
    { id: 'done', label: 'Fait', next: 'end-referred', card },
    { id: 'nsp', label: 'Ne sait pas', next: 'end-unsolved' },
  ],
});

const close = ({ adviser }: ScriptDesks, callId: string) =>
  at(adviser).act('call.close', { callId, ending: { kind: 'cut-off' } });

onBothDatabases('the life of a script', (database) => {
  const desks = scriptDesksOn(database);
  const administrator = () => at(desks().administrator);

  it('SC-40 begins with the versions that ship, published by nobody', async () => {
    const { scripts, lines } = await at(desks().supervisor).library();
    const general = scripts.find(({ id }) => id === 'general');
    expect(general).toMatchObject({ draft: null, lines: [{}, {}], runBy: [] });
    expect(general?.versions).toMatchObject([
      { state: 'published', author: null, reason: null, openCalls: 0 },
    ]);
    expect(scripts.map(({ id }) => id).sort()).toEqual([
      'general',
      'petites-entreprises',
      'peu-francophone',
    ]);
    expect(lines.map(({ scriptId }) => scriptId)).toEqual(['general', 'general']);
  });

  describe('SC-41 a draft', () => {
    it('begins a new script, is saved again, and is read back in the order it was written', async () => {
      const { save, workshop, discard } = administrator();
      const draft = script('1.0.0', { id: 'brouillon' });
      expect(await save(draft)).toEqual([200, 1]);
      expect(await save({ ...draft, title: 'Autre titre' }, 1)).toEqual([200, 2]);
      const read = await workshop('brouillon');
      expect(read).toMatchObject({
        published: null,
        entry: { title: 'Autre titre', versions: [], draft: { revision: 2, base: null } },
      });
      expect(read.draft).toEqual({ ...draft, title: 'Autre titre' });
      expect(Object.keys(parsed(read.draft).nodes)).toEqual(Object.keys(draft.nodes));
      expect(await discard('brouillon', 1)).toBe(409);
      expect(await discard('brouillon', 2)).toBe(204);
      expect((await desks().administrator.get('/api/scripts/brouillon/workshop')).status).toBe(404);
    });

    it('is not saved over what somebody else saved meanwhile, on this hub or another', async () => {
      const other = await openTestHub(database());
      const [here, there] = [administrator(), at(await desks().deskOf('supervisor', other))];
      const draft = (title: string) => ({ ...script('1.0.0', { id: 'a-deux' }), title });
      const first = await Promise.all([here.save(draft('Un')), there.save(draft('Deux'))]);
      expect(first.sort()).toEqual([
        [200, 1],
        [409, 'draft-changed'],
      ]);
      const second = await Promise.all([here.save(draft('Un'), 1), there.save(draft('Deux'), 1)]);
      expect(second.sort()).toEqual([
        [200, 2],
        [409, 'draft-changed'],
      ]);
      await other.close();
    });

    it('takes the id of no other script, and begins as a copy of no other script’s version', async () => {
      const { save, latest } = administrator();
      const general = script('9.0.0', { id: 'general' });
      expect(await save(general)).toEqual([400, 'invalid-request', 'base']);
      const { hash } = await latest('petites-entreprises');
      expect(await save(general, 0, hash)).toEqual([400, 'invalid-request', 'base']);
      expect(await save(script('1.0.0', { id: 'tout-neuf' }), 0, hash)).toEqual([
        400,
        'invalid-request',
        'base',
      ]);
      expect((await save({ id: 'by-hash' }))[0]).toBe(400);
      const misnamed = { revision: 0, base: null, document: { id: 'autre' } };
      const answer = await desks().administrator.post('/api/scripts/tout-neuf/draft', misnamed);
      expect(await answer.json()).toMatchObject({ where: 'document.id' });
    });
  });

  describe('SC-41 publishing', () => {
    it('makes the draft the version that new calls run, says who and why, and tells every desk', async () => {
      const { save, publish, latest, workshop } = administrator();
      const told = async () => {
        const answer = await desks().adviser.get('/api/changes');
        const { changes } = changePage.parse(await answer.json());
        return changes.filter(({ id }) => id === '/api/scripts/premier');
      };
      expect(await told()).toEqual([]);
      const document = script('1.0.0', { id: 'premier' });
      await save(document);
      expect(await publish('premier', 1, 'Pour essayer.')).toMatchObject({
        status: 'published',
        version: {
          hash: hashOf(document),
          state: 'published',
          author: 'Compte administrator',
          reason: 'Pour essayer.',
        },
      });
      expect(await latest('premier')).toMatchObject({ version: '1.0.0', hash: hashOf(document) });
      expect(await workshop('premier')).toMatchObject({
        draft: null,
        published: { id: 'premier' },
      });
      expect(await told()).toHaveLength(1);
    });

    it('is refused with what is found, and keeps the draft', async () => {
      const { save, publish, workshop } = administrator();
      const broken = { ...script('1.0.0', { id: 'casse' }), start: 'nowhere' };
      await save(broken);
      const refused = await publish('casse', 1);
      expect(refused).toMatchObject({
        status: 'refused',
        findings: expect.arrayContaining([
          expect.objectContaining({ code: 'unknown-target', place: '/start' }),
        ]),
      });
      expect(await workshop('casse')).toMatchObject({ published: null, draft: { id: 'casse' } });
    });

    it.each([
      [
        'unknown-model',
        { distance: { type: 'score', section: 'distance', model: 'rte@9.9.9', next: 'commune' } },
      ],
      ['unknown-card', { orientation: withCard('aucune') }],
      [
        'unknown-script',
        { need: { type: 'script', section: 'call', script: 'aucun', next: 'quick-fix' } },
      ],
      ['shape', { need: null }],
      ['shape', { constructor: { type: 'question' } }],
      [
        'unknown-target',
        { need: { type: 'instruction', ...words, label: 'Continuer', next: 'constructor' } },
      ],
    ])('is refused for %s', async (code, nodes) => {
      const { save, publish, discard } = administrator();
      const sound = script('1.0.0', { id: 'refus' });
      await save({ ...sound, nodes: { ...sound.nodes, ...nodes } });
      expect(codesOf(await publish('refus', 1))).toContain(code);
      await discard('refus', 1);
    });

    it('SC-33 SC-44 asks for a number that is later, free, and says what changed', async () => {
      const { save, publish, discard } = administrator();
      const { hash } = await publishNow(desks().administrator, script('1.1.0', { id: 'numero' }));
      const foundIn = async (document: ScriptDocument) => {
        await save(document, 0, hash);
        const refused = await publish('numero', 1);
        await discard('numero', 1);
        return codesOf(refused);
      };
      const other = (version: string) => script(version, { id: 'numero', say: 'Quel besoin ?' });
      expect(await foundIn(other('1.1.0'))).toEqual(['changed-without-version']);
      expect(await foundIn(other('1.0.9'))).toEqual(['version-not-later']);
      expect(await foundIn(script('1.1.0', { id: 'numero' }))).toEqual(['version-taken']);
      const shorter = { ...other('1.1.1'), start: 'need' };
      const { consent: _consent, ...nodes } = shorter.nodes;
      expect(await foundIn({ ...shorter, nodes })).toEqual(['version-too-small']);
    });

    it('is done once, by the first of two hubs', async () => {
      const other = await openTestHub(database());
      const there = at(await desks().deskOf('administrator', other));
      await administrator().save(script('1.0.0', { id: 'course' }));
      const both = await Promise.all([
        administrator().publish('course', 1),
        there.publish('course', 1),
      ]);
      expect(both.filter(({ status }) => status === 'failed')).toMatchObject([
        { code: 'draft-changed' },
      ]);
      expect(both.filter(({ status }) => status === 'published')).toHaveLength(1);
      expect(await there.versions('course')).toEqual([['1.0.0', 'published', 0]]);
      await other.close();
    });
  });

  it('SC-40 a version is finalizing until the last call on it is closed, and then archived', async () => {
    const rig = desks();
    const { setLine, versions } = administrator();
    const first = await publishNow(rig.administrator, script('1.0.0'));
    expect(await setLine(rig.manualLine, 'court')).toBe(204);
    const one = await openCall(rig, first);
    const two = await openCall(rig, first);
    expect([one.opened, two.opened]).toEqual(['applied', 'applied']);
    await answerAll(rig, one.callId, { consent: 'yes' });

    await publishNow(rig.administrator, script('1.0.1', { say: 'Quel besoin ?' }));
    expect(await versions('court')).toEqual([
      ['1.0.1', 'published', 0],
      ['1.0.0', 'finalizing', 2],
    ]);
    await answerAll(rig, one.callId, answersToOrientation);
    await close(rig, one.callId);
    expect((await versions('court'))[1]).toEqual(['1.0.0', 'finalizing', 1]);
    await close(rig, two.callId);
    expect((await versions('court'))[1]).toEqual(['1.0.0', 'archived', 0]);
  });

  it('SC-47 a call keeps its version, and one that began before a desk knew better is taken', async () => {
    const rig = desks();
    const { setLine, latest } = administrator();
    const former = await latest('court');
    const { need: _need, ...others } = script('2.0.0').nodes;
    const { consent } = others;
    if (consent?.type !== 'choice') throw new Error('The short script asks for consent.');
    const options = consent.options.map((option) => ({ ...option, next: 'quick-fix' }));
    const shorter = { ...script('2.0.0'), nodes: { ...others, consent: { ...consent, options } } };
    await publishNow(rig.administrator, shorter);
    // The desk was away while that was published.
    const late = await openCall(rig, former);
    expect(late.opened).toBe('applied');
    await answerAll(rig, late.callId, { consent: 'yes', need: 'procedures' });

    expect(await setLine(rig.manualLine, 'general')).toBe(204);
    expect((await openCall(rig, await latest('court'))).opened).toBe('applied');
    expect((await openCall(rig, await latest('general'))).opened).toBe('applied');
    expect((await openCall(rig, await latest('petites-entreprises'))).opened).toBe(
      'unknown-script',
    );
    expect((await openCall(rig, { ...former, version: '7.0.0' })).opened).toBe('unknown-script');
  });

  it('SC-47 a line runs a script that is published, and is there', async () => {
    const { setLine, save } = administrator();
    await save(script('1.0.0', { id: 'jamais-publie' }));
    expect(await setLine(desks().manualLine, 'jamais-publie')).toBe(400);
    expect(await setLine(desks().manualLine, 'aucun')).toBe(400);
    expect(await setLine(v7(), 'general')).toBe(404);
    expect(
      (await desks().administrator.post('/api/lines/none/script', { scriptId: 'general' })).status,
    ).toBe(400);
  });

  it('a version never changes, whoever asks the database', async () => {
    const { pool } = database();
    await expect(pool.query(`update script_version set version = '9'`)).rejects.toThrow();
    await expect(pool.query('delete from script_version')).rejects.toThrow();
  });
});
