import { describe, expect, test } from 'vitest';
import { parseSolutionCard, type ScriptDocument, writeCsv, writeSheet } from '#src/script';
import {
  fileForms,
  readScriptFile,
  writeScriptFile,
} from '../../renderer/features/scripts/exchange/script-file.ts';
import { shippedModel } from '../support/distance-model.ts';
import { editedScript, setAt } from '../support/edited-script.ts';
import { shippedDocument, shippedFiles } from '../support/shipped-script.ts';

const scripts = ['general', 'petites-entreprises', 'peu-francophone'];
const shipped = {
  models: [shippedModel()],
  cards: [...shippedFiles('solution-cards').values()].flatMap((json) => {
    const card = parseSolutionCard(json);
    return card.ok ? [card.value] : [];
  }),
  library: [],
};
const fileOf = (content: BlobPart, name = 'Ma ligne.csv') => new File([content], name);

describe.each(fileForms)('SC-51 a script saved as %s at the desk', (form) => {
  test.each(scripts)('%s comes back as it was', async (id) => {
    const script = shippedDocument(id);
    const blob = await writeScriptFile(script, form);
    expect(await readScriptFile(fileOf(blob ?? '', `x.${form}`), script, shipped)).toEqual({
      ok: true,
      value: script,
    });
  });
});

describe('a file read at the desk', () => {
  test('is told apart by what it holds, whatever it is called', async () => {
    const script = editedScript();
    const workbook = await writeScriptFile(script, 'xlsx');
    for (const content of [workbook ?? '', writeCsv(writeSheet(script)), JSON.stringify(script)]) {
      expect(await readScriptFile(fileOf(content), script)).toEqual({ ok: true, value: script });
    }
  });

  test('keeps the id of the script that it is read into', async () => {
    const other: ScriptDocument = { ...shippedDocument(), id: 'autre' };
    const read = await readScriptFile(fileOf(JSON.stringify(shippedDocument())), other);
    expect(read).toMatchObject({ ok: true, value: { id: 'autre' } });
  });

  test('as a new script is called as the file is', async () => {
    const read = await readScriptFile(fileOf('id,text,help,answers,next\nfin,Fin,,,'), null);
    expect(read).toMatchObject({ ok: true, value: { id: 'ma-ligne', title: 'Ma ligne' } });
  });

  test('SC-9 loses no step of JSON in which two have one id', async () => {
    const text = JSON.stringify(editedScript());
    const twice = text.replace('"nodes":{', '"nodes":{"words":{},');
    expect(await readScriptFile(fileOf(twice, 'x.json'), null)).toMatchObject({
      ok: false,
      error: [{ code: 'duplicate-id', cell: '/nodes/words' }],
    });
  });

  test('tells what is wrong by its cell', async () => {
    const broken = editedScript((script) => setAt(script, 'nodes.words.next', 'gone'));
    const read = await readScriptFile(fileOf(writeCsv(writeSheet(broken))), broken, shipped);
    expect(read).toEqual({
      ok: false,
      error: expect.arrayContaining([
        expect.objectContaining({
          code: 'unknown-target',
          cell: expect.stringMatching(/^[A-I]5$/),
        }),
      ]),
    });
    const unshaped = await readScriptFile(
      fileOf('id,text,help,answers,next,type\nfin,,,,,outcome'),
      null,
    );
    expect(unshaped).toMatchObject({ ok: false, error: [{ code: 'shape', cell: 'B2' }, {}] });
  });

  test.each([
    ['not-a-workbook', '{ "half": '],
    ['not-a-workbook', new Uint8Array([0xd0, 0xcf, 0, 0])],
    ['missing-column', 'Bonjour'],
    ['unreadable-sheet', 'a"b"c";"'],
    ['workbook-too-large', new Uint8Array(5_000_001)],
  ])('%s: nothing is taken', async (code, content) => {
    const read = await readScriptFile(fileOf(content), null);
    expect(read).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });

  test('a script too long for a workbook is not made into one', async () => {
    const long = editedScript();
    const nodes = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`n${index}`, long.nodes['need']] as const).flatMap(
        ([id, node]) => (node === undefined ? [] : [[id, node]]),
      ),
    );
    expect(await writeScriptFile({ ...long, nodes }, 'xlsx')).toBeNull();
    expect(await writeScriptFile({ ...long, nodes }, 'csv')).not.toBeNull();
  });
});
