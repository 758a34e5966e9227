import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { letterText, letterWeek } from '#src/messages';
import { drawPlan, planSize } from '../../renderer/features/messages/letter-plan.ts';
import { readContours } from '../../renderer/map/contours.ts';
import { personFacts } from '../support/person-facts.ts';

describe('the words of a letter', () => {
  it('ME-14 gives the time in large print, unless nobody is to come', () => {
    const booked = letterText({ kind: 'confirmation', language: 'fr', facts: personFacts });
    expect(booked.appointment?.when).toEqual(['mardi 24 novembre 2026 à 14 h 30']);
    expect(booked.opening).toBeNull();
    const cancelled = letterText({ kind: 'cancelled', language: 'fr', facts: personFacts });
    expect(cancelled.appointment).toBeNull();
    expect(cancelled.opening).toContain('est annulé');
  });

  it('ME-15 says the same in French after another language, and the page’s address once', () => {
    const { french, next } = letterText({ kind: 'moved', language: 'ti', facts: personFacts });
    expect(french.join(' ')).toContain('Il est maintenant le mardi 24 novembre 2026 à 14 h 30.');
    expect(french.join(' ')).not.toContain(personFacts.link ?? '');
    expect(next.join(' ')).toContain(personFacts.link);
    expect(letterText({ kind: 'moved', language: 'fr', facts: personFacts }).french).toEqual([]);
  });

  it('ME-14 says the usual week in as few lines as it takes', () => {
    const week = [
      { days: [1, 2, 4, 5] as const, ranges: [{ from: '09:00', to: '12:30' }] },
      { days: [3] as const, ranges: [] },
    ];
    const plain = letterWeek(week, 'fr').map(({ days, hours }) => [
      days,
      hours.replaceAll('\u00a0', ' '),
    ]);
    expect(plain).toEqual([
      ['lundi – mardi', '9 h – 12 h 30'],
      ['mercredi', 'fermé'],
      ['jeudi – vendredi', '9 h – 12 h 30'],
      ['samedi – dimanche', 'fermé'],
    ]);
  });
});

describe('the plan of a letter', () => {
  const lozere = async () => {
    const file = new URL('../../data/geography/contours/48.topo.json.gz', import.meta.url);
    const contours = readContours(JSON.parse(gunzipSync(await readFile(file)).toString()));
    if (contours === null) throw new Error('The contours of Lozère ship.');
    return contours;
  };
  const mende = { code: '48095', position: { latitude: 44.518, longitude: 3.5 } };

  it('ME-16 draws the commune with the venue in its middle, and names that do not cover each other', async () => {
    const plan = drawPlan(await lozere(), mende.code, mende.position);
    expect(plan?.outlines.filter(({ isOwn }) => isOwn)).toHaveLength(1);
    expect(plan?.venue).toEqual({ x: planSize.width / 2, y: planSize.height / 2 });
    const names = plan?.names ?? [];
    expect(names[0]).toMatchObject({ name: 'Mende', isOwn: true });
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index + 1)) {
        const isApart =
          Math.abs(one.y - other.y) >= 28 ||
          Math.abs(one.x - other.x) >= (one.name.length + other.name.length) * 7;
        expect(isApart, `${one.name}, ${other.name}`).toBe(true);
      }
    }
  });

  it('ME-16 draws to scale', async () => {
    const plan = drawPlan(await lozere(), mende.code, mende.position);
    if (plan === null) throw new Error('Mende has an outline.');
    const { km, length } = plan.scale;
    expect(length).toBeLessThanOrEqual(planSize.width / 3);
    // The drawing shows from three to twelve kilometres to the north and to the south.
    const halfHeightKm = (planSize.height / 2 / length) * km;
    expect(halfHeightKm).toBeGreaterThanOrEqual(3);
    expect(halfHeightKm).toBeLessThanOrEqual(12);
  });

  it('ME-16 draws nothing of a place that it does not know', async () => {
    const contours = await lozere();
    expect(drawPlan(contours, '75056', mende.position)).toBeNull();
    expect(drawPlan(contours, mende.code, { latitude: 48.85, longitude: 2.35 })).toBeNull();
  });
});
