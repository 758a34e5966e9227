import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { statisticsView } from '#src/contract';
import { coopVisitColumns } from '#src/statistics';
import { cutOff, openReferableCall } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { DeskRig } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

const walkIn = (rig: DeskRig) => ({
  walkInId: v7(),
  venueId: rig.venueId,
  service: 'Utilisation sécurisée du numérique' as const,
  result: 'solved' as const,
  minutes: 30,
});

/** Émile is sent without a time, accepted, and comes; what it came to is said where it is given. */
async function sentAndReceived(rig: DeskRig, result: 'passed-on' | null) {
  const callId = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  const sent = { referralId, callId, venueId: rig.venueId, wishes: ['Lundi'] };
  expect(await rig.act(rig.lucie, 'referral.request', sent)).toBe('applied');
  await rig.act(rig.lucie, 'call.close', { callId, ending: cutOff });
  expect(await rig.act(rig.mediator, 'referral.accept', { referralId })).toBe('applied');
  expect(await rig.act(rig.mediator, 'referral.attend', { referralId })).toBe('applied');
  if (result !== null) await rig.act(rig.mediator, 'referral.result', { referralId, result });
}

onBothDatabases('people who walk in', (database) => {
  const getRig = desksOn(database);

  it('BO-82 is what a mediator says of their own venue, once', async () => {
    const rig = getRig();
    const said = walkIn(rig);
    expect(await rig.act(rig.mediator, 'walk-in.record', said)).toBe('applied');
    const { walkInId: id, ...kept } = said;
    expect(await rig.see(rig.mediator, 'walk-in', id)).toEqual({ id, at: rig.now(), ...kept });
    expect(await rig.act(rig.mediator, 'walk-in.record', said)).toBe('id-reused');
    for (const actor of [rig.otherMediator, rig.lucie, rig.supervisor, rig.administrator]) {
      expect(await rig.act(actor, 'walk-in.record', walkIn(rig))).toBe('forbidden');
      expect(await rig.see(actor, 'walk-in', id)).toBeNull();
    }
    const nowhere = { ...walkIn(rig), venueId: rig.otherMediator.venueId };
    expect(await rig.act(rig.otherMediator, 'walk-in.record', nowhere)).toBe('unknown-venue');
  });

  it('BO-83 is taken back for a day, by its venue, and is gone', async () => {
    const rig = getRig();
    const [mistake, kept] = [walkIn(rig), walkIn(rig)];
    await rig.act(rig.mediator, 'walk-in.record', mistake);
    await rig.act(rig.mediator, 'walk-in.record', kept);
    const back = { walkInId: mistake.walkInId };
    expect(await rig.act(rig.otherMediator, 'walk-in.take-back', back)).toBe('forbidden');
    rig.pass(86_400);
    expect(await rig.act(rig.mediator, 'walk-in.take-back', back)).toBe('applied');
    expect(await rig.see(rig.mediator, 'walk-in', mistake.walkInId)).toBeNull();
    expect(await rig.act(rig.mediator, 'walk-in.take-back', back)).toBe('unknown-walk-in');
    rig.pass(1);
    const late = { walkInId: kept.walkInId };
    expect(await rig.act(rig.mediator, 'walk-in.take-back', late)).toBe('too-late-to-correct');
  });
});

onBothDatabases('the month of a venue', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database);
  const mediatorOf = async (venueId: string) =>
    openDesk(hub(), await addAccount(database(), 'mediator', { venueId }));
  const deskOf = async (role: 'adviser' | 'supervisor' | 'authority', territoryId: string) =>
    openDesk(hub(), await addAccount(database(), role, { territoryIds: [territoryId] }));
  const path = (month: string) => `/api/visits/coop.csv?month=${month}`;
  const linesOf = (csv: string): readonly Record<string, string>[] =>
    parse(csv, { bom: true, columns: true, delimiter: ';' });

  it('BO-85 has a line for each person whom the venue received, and names nobody', async () => {
    const rig = getRig();
    await sentAndReceived(rig, 'passed-on');
    rig.pass(60);
    await rig.act(rig.mediator, 'walk-in.record', walkIn(rig));
    rig.pass(60);
    await rig.act(rig.mediator, 'walk-in.record', { ...walkIn(rig), minutes: null });
    rig.pass(60);
    await sentAndReceived(rig, null);
    const desk = await mediatorOf(rig.venueId);
    const answer = await desk.get(path('2026-01'));
    expect(answer.headers.get('content-disposition')).toContain('coop-2026-01.csv');
    const csv = await answer.text();
    const [sent, walked, untimed, silent, ...others] = linesOf(csv);
    expect(others).toEqual([]);
    expect(sent).toEqual({
      Date: '2026-01-12',
      'Type (code)': 'Individuel',
      Type: 'Accompagnement individuel',
      'Lieu (code)': 'LieuActivite',
      Lieu: 'Lieu d’activité',
      'Durée (minutes)': '',
      'Code INSEE de la commune': '48095',
      'Commune de résidence': 'Mende',
      'Autonomie (code)': 'EntierementAccompagne',
      Autonomie: 'Avec guidage',
      'Thématiques (codes)': 'AideAuxDemarchesAdministratives',
      Thématiques: 'Aide aux démarches administratives',
      'Orienté vers une structure': 'Oui',
      'Adressé par la ligne': 'Oui',
      Suite: 'Confié à un autre lieu',
      'Laissé vide': 'durée non notée',
    });
    expect(walked).toMatchObject({
      'Durée (minutes)': '30',
      'Thématiques (codes)': 'SecuriteNumerique',
      'Orienté vers une structure': 'Non',
      'Adressé par la ligne': 'Non',
      Suite: 'Réglé',
      'Laissé vide': 'commune non dite|autonomie non mesurée',
    });
    expect(untimed).toMatchObject({ 'Durée (minutes)': '' });
    expect(silent).toMatchObject({ Suite: '', 'Laissé vide': 'durée non notée|suite non dite' });
    for (const secret of ['Blanc', 'Émile', 'Lundi']) expect(csv).not.toContain(secret);
  });

  it('BO-85 has the same lines as a workbook', async () => {
    const desk = await mediatorOf(getRig().venueId);
    const csv = linesOf(await (await desk.get(path('2026-01'))).text());
    const xlsx = await (await desk.get(path('2026-01').replace('.csv', '.xlsx'))).arrayBuffer();
    const [heads, ...rows] = (await readXlsxFile(Buffer.from(xlsx)))[0]?.data ?? [];
    expect(heads).toEqual([...coopVisitColumns]);
    expect(rows.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(
      csv.map((line) => Object.values(line)),
    );
  });

  it('BO-86 is a mediator’s own: other months, venues and roles have nothing of it', async () => {
    const rig = getRig();
    const own = await mediatorOf(rig.venueId);
    expect(linesOf(await (await own.get(path('2026-02'))).text())).toEqual([]);
    expect((await own.get(path('2026-13'))).status).toBe(400);
    expect((await own.get(`${path('2026-01')}&venueId=lieu-de-florac`)).status).toBe(400);
    const other = await mediatorOf('lieu-de-florac');
    expect(linesOf(await (await other.get(path('2026-01'))).text())).toEqual([]);
    for (const role of ['adviser', 'supervisor', 'authority'] as const) {
      expect((await (await deskOf(role, rig.lozere)).get(path('2026-01'))).status).toBe(403);
    }
    expect((await (await openDesk(hub(), null)).get(path('2026-01'))).status).toBe(401);
  });

  it('BO-84 counts those nobody had sent, where the venue is', async () => {
    const rig = getRig();
    const counted = async (territoryId: string, day: string) => {
      const desk = await deskOf('authority', territoryId);
      const answer = await desk.get(`/api/statistics?from=${day}&to=${day}`);
      return statisticsView.parse(await answer.json()).walkIns;
    };
    expect(await counted(rig.lozere, '2026-01-12')).toBe(2);
    expect(await counted(rig.lozere, '2026-01-13')).toBe(0);
    expect(await counted(rig.gard, '2026-01-12')).toBe(0);
  });
});
