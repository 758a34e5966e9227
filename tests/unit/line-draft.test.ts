import { describe, expect, it } from 'vitest';
import type { LineSettings } from '#src/contract';
import { usualLineRules } from '#src/routing';
import {
  draftOfLine,
  type LineDraft,
  misreadRule,
  newDraft,
  readLineDraft,
  wordsOf,
} from '../../renderer/features/settings/lines/line-draft.ts';

const some = {
  sponsorId: '0198a6a4-0000-7000-8000-000000000001',
  territoryId: '0198a6a4-0000-7000-8000-000000000002',
  scriptId: 'general',
};
const filled: LineDraft = { ...newDraft(some), name: 'Ligne', number: '01 99 00 12 34' };
const withRules = (rules: Partial<LineDraft['rules']>): LineDraft => ({
  ...filled,
  rules: { ...filled.rules, ...rules },
});
const wrongIn = (draft: LineDraft) => {
  const read = readLineDraft(draft, 'FR');
  return read.ok ? {} : read.error;
};

describe('a line as it is typed', () => {
  it('begins with what most lines have, and is taken with a name and a number', () => {
    expect(readLineDraft(filled, 'FR')).toEqual({
      ok: true,
      value: {
        ...some,
        name: 'Ligne',
        number: '+33199001234',
        kind: 'twilio',
        rules: usualLineRules,
      },
    });
  });

  it('RO-71 is marked at each field that is wrong', () => {
    const all = { territories: 'all' } as const;
    expect(wrongIn({ ...filled, name: ' ', number: '12' })).toEqual({
      name: 'name',
      number: 'number',
    });
    expect(wrongIn({ ...filled, number: '' })).toEqual({ number: 'number' });
    expect(wrongIn(withRules({ greeting: ' ', closed: '' }))).toEqual({
      greeting: 'greeting',
      closed: 'closed',
    });
    expect(wrongIn(withRules({ hours: 'le matin' }))).toEqual({ hours: 'hours' });
    expect(wrongIn(withRules({ languages: [] }))).toEqual({ languages: 'languages' });
    expect(wrongIn(withRules({ skills: 'x'.repeat(61) }))).toEqual({ skills: 'skills' });
    const falling = [
      { afterS: 60, ...all },
      { afterS: 30, ...all },
    ];
    expect(wrongIn(withRules({ widening: falling }))).toEqual({ widening: 'widening' });
    const nobody = [{ afterS: 60, territories: [] }];
    expect(wrongIn(withRules({ widening: nobody }))).toEqual({ widening: 'widening' });
  });

  it('may be without a number and has no rules where no network carries it', () => {
    const read = readLineDraft({ ...filled, kind: 'manual', number: '' }, 'FR');
    expect(read).toMatchObject({ ok: true, value: { number: null, rules: null } });
  });

  it('keeps hours that are typed in French as they are written for every reader', () => {
    const read = readLineDraft(
      withRules({ hours: 'lundi au vendredi 9h-12h30 et 13h30-17h, fermé les jours fériés' }),
      'FR',
    );
    expect(read).toMatchObject({
      ok: true,
      value: { rules: { hours: 'Mo-Fr 09:00-12:30,13:30-17:00; PH off' } },
    });
  });

  it('says which part of its hours is not understood', () => {
    expect(misreadRule('Mo-Fr 09:00-12:00; PH off')).toBeNull();
    expect(misreadRule('Mo-Fr 09:00-12:00; Sa le matin; PH off')).toBe('Sa le matin');
    expect(misreadRule('')).toBe('');
  });

  it('is neither recorded nor listened to where what carries it does neither', () => {
    const heard = withRules({ recordingDays: 30, isListenedTo: true });
    expect(readLineDraft({ ...heard, kind: 'sip' }, 'FR')).toMatchObject({
      value: { rules: { recordingDays: null, isListenedTo: false } },
    });
    expect(readLineDraft(heard, 'FR')).toMatchObject({
      value: { rules: { recordingDays: 30, isListenedTo: true } },
    });
  });

  it('comes back from the hub as it was sent', () => {
    const rules = { ...usualLineRules, skills: ['impôts', 'entreprises'] };
    const line: LineSettings = {
      ...some,
      id: some.sponsorId,
      name: 'Ligne',
      number: '+33199001234',
      kind: 'sip',
      closedAt: null,
      rules: { ...rules, languages: ['fr', 'ar'], widening: [] },
    };
    const read = readLineDraft(draftOfLine(line), 'FR');
    const { id: _id, closedAt: _closed, ...sent } = line;
    expect(read).toEqual({ ok: true, value: sent });
  });

  it('has each skill once, however it is typed', () => {
    expect(wordsOf(' impôts, ,entreprises ,impôts')).toEqual(['impôts', 'entreprises']);
    expect(wordsOf('')).toEqual([]);
  });
});
