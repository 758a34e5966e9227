import { describe, expect, it } from 'vitest';
import type { AnswerValue, LoggedAnswer } from '#src/script';
import { type Debriefing, debrief, goodRun, type Persona } from '#src/training';
import { shippedPersona } from '../support/shipped-personas.ts';
import { shippedScript } from '../support/shipped-script.ts';

const at = '2026-01-12T08:00:00.000Z';
type Answers = Readonly<Record<string, AnswerValue>>;

/** What a good call with the person records, with some answers put down otherwise. */
function answersOf(persona: Persona, otherwise: Answers = {}, upTo = Infinity): LoggedAnswer[] {
  const { path } = goodRun(shippedScript(persona.script), persona);
  const answers = path.map(({ question, value }) => ({ question, value, at }));
  const changed = Object.entries(otherwise).map(([question, value]) => ({ question, value, at }));
  return [...answers.slice(0, upTo), ...changed];
}

function debriefed(persona: Persona, answers: readonly LoggedAnswer[], note = ''): Debriefing {
  return debrief(shippedScript(persona.script), persona, {
    answers,
    note,
    end: { outcome: 'referred', noRequest: null },
    level: 'E2',
    seconds: 480,
  });
}

function stateOf(debriefing: Debriefing, question: string) {
  return debriefing.steps.find((step) => step.question === question)?.state;
}

const odile = shippedPersona('odile-vernhet');

describe('the debriefing of a training call', () => {
  it('TR-2 holds every question of a good call as expected, and leaves out what asks nothing', () => {
    const { steps } = debriefed(odile, answersOf(odile));
    expect(steps.map(({ state }) => state)).toEqual(steps.map(() => 'as-expected'));
    expect(steps[0]).toEqual({
      question: 'beneficiary',
      title: 'Appelle pour',
      state: 'as-expected',
      answer: { expected: 'Pour la personne elle-même', given: 'Pour la personne elle-même' },
      says: 'C’est pour moi.',
      why: null,
    });
  });

  it('TR-2 shows an answer that is different, and what the way then skipped and asked beside', () => {
    const debriefing = debriefed(
      odile,
      answersOf(odile, { try: 'no', consent: 'nsp', 'consent-again': 'yes' }),
    );
    expect(stateOf(debriefing, 'consent')).toBe('different');
    expect(stateOf(debriefing, 'consent-again')).toBe('extra');
    expect(stateOf(debriefing, 'try')).toBe('different');
    const { steps } = debriefed(odile, answersOf(odile, { try: 'no' }));
    expect(steps.find(({ question }) => question === 'result')).toMatchObject({
      state: 'skipped',
      answer: { expected: 'Non', given: null },
    });
  });

  it('TR-3 takes an answer that is as good as the person’s, and the way that it leads', () => {
    const debriefing = debriefed(odile, answersOf(odile, { 'distance.mail': 'non' }));
    expect(stateOf(debriefing, 'distance.mail')).toBe('as-expected');
    const roseMay = shippedPersona('rose-may-hoareau');
    const byPhotos = answersOf(roseMay, { need: 'leisure', 'theme-leisure': 'photos' });
    const { steps } = debriefed(roseMay, byPhotos);
    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['as-expected']));
  });

  it('TR-3 takes typed words for typed words, and several answers in any order', () => {
    const marc = shippedPersona('marc-andrieu');
    const said = { need: 'safety', 'theme-safety': 'other', detail: 'Une dame réclame 300 euros.' };
    const { steps } = debriefed(
      marc,
      answersOf(marc, { ...said, tools: ['paper', 'invoicing', 'phone'] }),
    );
    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['as-expected']));
  });

  it('TR-2 tells what was not reached from what was skipped, where the call was cut', () => {
    const debriefing = debriefed(odile, answersOf(odile, {}, 4));
    expect(debriefing.steps.map(({ state }) => state).slice(0, 4)).toEqual([
      'as-expected',
      'as-expected',
      'as-expected',
      'not-reached',
    ]);
    expect(stateOf(debriefing, 'orientation')).toBe('not-reached');
  });

  it('TR-4 stands end, level, need and time beside what was expected', () => {
    expect(debriefed(odile, answersOf(odile))).toMatchObject({
      end: { expected: { outcome: 'referred' }, given: { outcome: 'referred' } },
      level: { expected: 'E2', given: 'E2' },
      need: { expected: 'Ameli, mot de passe perdu', given: 'Ameli, mot de passe perdu' },
      wishes: { expected: 'Sans voiture · Seul à seul', given: 'Sans voiture · Seul à seul' },
      seconds: { expected: 540, given: 480 },
    });
  });

  it('TR-4 expects the way out of a call without a request, and nothing after it', () => {
    const voice = shippedPersona('voix-moqueuse');
    const debriefing = debriefed(voice, [
      ...answersOf(voice),
      { question: 'consent', value: 'nsp', at },
    ]);
    expect(debriefing.end.expected).toEqual({ outcome: null, noRequest: 'abusive' });
    expect(debriefing.level.expected).toBeNull();
    expect(stateOf(debriefing, 'beneficiary')).toBe('as-expected');
    expect(stateOf(debriefing, 'consent')).toBe('extra');
  });

  it('TR-5 marks the words to avoid that the note has, whatever their case, as whole words', () => {
    const inNote = (note: string) =>
      debriefed(odile, [], note).avoid.flatMap(({ words, isInNote }) => (isInNote ? [words] : []));
    expect(inNote('Je lui ai dit : C’EST SIMPLE, cliquez là')).toEqual(['c’est simple', 'cliquez']);
    expect(inNote('C’est simplement bloqué.')).toEqual([]);
  });

  it('shows what it can where the script asks what the person’s answer does not fit', () => {
    const stranger = { ...odile, script: 'peu-francophone' };
    const { steps } = debriefed(stranger, []);
    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['not-reached']));
  });
});
