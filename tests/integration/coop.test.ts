import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { statisticsView } from '#src/contract';
import { coopColumns } from '#src/statistics';
import { coopCsvFile, coopXlsxFile } from '../../main/hub/exports/coop-file.ts';
import { cutOff, openCall, openReferableCall, say } from '../support/calls-at-desk.ts';
import { onBothDatabases } from '../support/databases.ts';
import { type DeskRig, persona } from '../support/desk-rig.ts';
import { desksOn } from '../support/desks.ts';
import { addAccount, openDesk, testHub } from '../support/hub.ts';

const period = 'from=2026-01-12&to=2026-01-12';

function linesOf(csv: string): readonly Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, delimiter: ';' });
}

/** Calls of one day: one sent to a venue that refused, then to it again; one solved; one silent; one of the training line. */
async function someCalls(rig: DeskRig) {
  const referred = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  const request = { callId: referred, venueId: rig.venueId, wishes: ['Lundi'] };
  await rig.act(rig.lucie, 'referral.request', { ...request, referralId });
  await rig.act(rig.mediator, 'referral.refuse', { referralId, reason: 'full', note: '' });
  await rig.act(rig.lucie, 'referral.request', { ...request, referralId: v7() });
  await rig.act(rig.lucie, 'call.close', { callId: referred, ending: cutOff });

  const solved = await openCall(rig, rig.lucie, 'live');
  for (const [question, value] of [
    ['consent', 'no'],
    ['need', 'procedures'],
    ['quick-fix', 'solved'],
  ] as const) {
    await say(rig, rig.lucie, solved, question, value);
  }
  rig.pass(125);
  await rig.act(rig.lucie, 'call.close', { callId: solved, ending: { kind: 'script' } });

  const silent = await openCall(rig, rig.lucie);
  await rig.act(rig.lucie, 'call.close', {
    callId: silent,
    ending: { kind: 'no-request', reason: 'silent' },
  });
  const training = v7();
  await rig.act(rig.lucie, 'training.ring', {
    callId: training,
    lineId: rig.trainingLine,
    personaId: persona.id,
  });
  await rig.act(rig.lucie, 'call.answer', { callId: training, script: rig.script });
  await rig.act(rig.lucie, 'call.close', { callId: training, ending: cutOff });
}

onBothDatabases('the export for La Coop', (database) => {
  const getRig = desksOn(database);
  const hub = testHub(database);
  const deskOf = async (role: 'supervisor' | 'authority' | 'adviser', territoryId: string) =>
    openDesk(hub(), await addAccount(database(), role, { territoryIds: [territoryId] }));

  it('ST-9 has a line for each request that the figures count, and names nobody', async () => {
    const rig = getRig();
    await someCalls(rig);
    const desk = await deskOf('supervisor', rig.lozere);
    const answer = await desk.get(`/api/statistics/coop.csv?${period}`);
    expect(answer.headers.get('content-disposition')).toContain('coop-2026-01-12-2026-01-12.csv');
    const csv = await answer.text();
    const lines = linesOf(csv);
    const figures = statisticsView.parse(
      await (await desk.get(`/api/statistics?${period}`)).json(),
    );
    expect(lines).toHaveLength(figures.requests);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      Date: '2026-01-12',
      'Durée (minutes)': '',
      'Code INSEE de la commune': '48095',
      'Commune de résidence': 'Mende',
      'Autonomie (code)': 'EntierementAccompagne',
      'Thématiques (codes)': 'AideAuxDemarchesAdministratives',
      'Orienté vers une structure': 'Oui',
      'Issue de l’appel': 'Orientée vers un lieu',
    });
    expect(lines[1]).toMatchObject({
      'Durée (minutes)': '3',
      Autonomie: '',
      'Orienté vers une structure': 'Non',
      'Issue de l’appel': 'Réglée au téléphone',
    });
    for (const secret of ['Blanc', '49', 'Lundi', 'Mende.']) expect(csv).not.toContain(secret);
  });

  it('ST-9 has the same lines as a workbook', async () => {
    const desk = await deskOf('supervisor', getRig().lozere);
    const csv = linesOf(await (await desk.get(`/api/statistics/coop.csv?${period}`)).text());
    const xlsx = await (await desk.get(`/api/statistics/coop.xlsx?${period}`)).arrayBuffer();
    const [heads, ...rows] = (await readXlsxFile(Buffer.from(xlsx)))[0]?.data ?? [];
    expect(heads).toEqual([...coopColumns]);
    expect(rows.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(
      csv.map((line) => Object.values(line)),
    );
  });

  it('ST-16 is for supervisors and administrators, of territories that they may read', async () => {
    const { lozere, gard } = getRig();
    for (const role of ['authority', 'adviser'] as const) {
      const desk = await deskOf(role, lozere);
      expect((await desk.get(`/api/statistics/coop.csv?${period}`)).status).toBe(403);
      expect((await desk.get(`/api/statistics/coop.xlsx?${period}`)).status).toBe(403);
    }
    const elsewhere = await deskOf('supervisor', gard);
    const asked = `/api/statistics/coop.csv?${period}&territory=`;
    expect((await elsewhere.get(asked + lozere)).status).toBe(403);
    expect(linesOf(await (await elsewhere.get(asked + gard)).text())).toEqual([]);
    expect(
      linesOf(await (await elsewhere.get(`/api/statistics/coop.csv?${period}`)).text()),
    ).toEqual([]);
    const backwards = await elsewhere.get('/api/statistics/coop.csv?from=2026-02-01&to=2026-01-01');
    expect(backwards.status).toBe(400);
  });
});

describe('a cell that looks like a formula', () => {
  const hostile = ['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', 'Mende'];
  const lines = [coopColumns.map((_, place) => hostile[place] ?? null)];

  it('ST-15 is text in the CSV', () => {
    const text = new TextDecoder().decode(coopCsvFile({ columns: coopColumns, lines }));
    const cells = Object.values(linesOf(text)[0] ?? {});
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t]/);
    expect(cells).toContain("'=1+1");
    expect(cells).toContain('Mende');
  });

  it('ST-15 is text in the workbook', async () => {
    const file = await coopXlsxFile({ columns: coopColumns, lines });
    const [sheet] = await readXlsxFile(Buffer.from(file));
    expect(sheet?.data[1]?.slice(0, 2)).toEqual(['=1+1', '+33']);
  });
});
