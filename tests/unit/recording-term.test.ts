import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingKinds, recordingTerm, voicemailDays } from '#src/routing';

const began = '2026-03-28T12:00:00.000Z';

describe('TW-73 the term of a recording', () => {
  it('is its line’s of a conversation, and the same of all words that are left', () => {
    expect(recordingTerm('conversation', began, 7)).toBe('2026-04-04T12:00:00.000Z');
    expect(recordingTerm('voicemail', began, 7)).toBe(
      recordingTerm('conversation', began, voicemailDays),
    );
    // A line that records no longer keeps nothing that it is told of late.
    expect(recordingTerm('conversation', began, null)).toBe(began);
  });

  it('is never before it began, and later with more days', () => {
    const days = fc.integer({ min: 1, max: 364 });
    const instant = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2040-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...recordingKinds), instant, days, (kind, at, count) => {
        const from = at.toISOString();
        const term = recordingTerm(kind, from, count);
        expect(term > from).toBe(true);
        expect(recordingTerm(kind, from, count + 1) >= term).toBe(true);
      }),
    );
  });
});
