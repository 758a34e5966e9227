import { describe, expect, test } from 'vitest';
import { assess } from '#src/distance';
import { distanceSoFar, runScript } from '#src/script';
import { effectOf } from '#src/sync';
import { measureScript } from '../../renderer/features/referrals/measure/measure-script.ts';
import { desk, uuidOf } from '../support/desk-operations.ts';
import { shippedModel } from '../support/distance-model.ts';
import { referral } from '../support/referral.ts';

const model = shippedModel();
const script = measureScript(model);
const log = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers).map(([question, value]) => ({
    question,
    value,
    at: '2026-06-12T09:00:00Z',
  }));

describe('DI-19 a measure at the venue', () => {
  test('begins with the person’s agreement, and asks nothing without it', () => {
    expect(runScript(script, []).current.question).toBe('agreement');
    for (const answer of ['no', 'nsp']) {
      const run = runScript(script, log({ agreement: answer }));
      expect(run.outcome).not.toBeNull();
      expect(run.facts.consent).not.toBe(true);
      expect(run.assessment).toBeNull();
    }
  });

  test('asks the questions of the model until the level is known', () => {
    const begun = runScript(script, log({ agreement: 'yes', 'distance.internet': 'aide' }));
    expect(begun.current.say).toBe(model.questions[model.routing[0] ?? '']?.say);
    expect(begun.outcome).toBeNull();
    const answers = { internet: 'aide', mail: 'non', appli: 'non', ordi: 'nsp' } as const;
    const run = runScript(
      script,
      log({
        agreement: 'yes',
        ...Object.fromEntries(Object.entries(answers).map(([id, a]) => [`distance.${id}`, a])),
      }),
    );
    expect(run.outcome).not.toBeNull();
    expect(distanceSoFar(script, run)).toEqual({
      model,
      answers,
      assessment: assess(model, answers),
    });
  });
});

describe('DI-19 SY-18 what the desk shows of it before the hub has answered', () => {
  const measured = (answers: Readonly<Record<string, 'seul' | 'aide' | 'non' | 'nsp'>>) =>
    effectOf(
      {
        id: uuidOf('operation'),
        kind: 'distance.measure',
        at: '2026-06-12T09:05:00.000Z',
        payload: {
          measurementId: uuidOf('measure'),
          referralId: 'sent',
          agreedAt: '2026-06-12T09:00:00.000Z',
          model: model.stamp,
          answers,
        },
      },
      desk,
    );
  const shown = (effect: ReturnType<typeof effectOf>, state: 'sent' | 'accepted') =>
    effect?.entity === 'referral' ? effect.apply(referral('sent', { state }))?.path : undefined;

  test('is the level that the hub will find, where the venue received the person', () => {
    const effect = measured({ internet: 'non' });
    expect(shown(effect, 'accepted')).toEqual([
      { at: '2026-06-12T09:05:00.000Z', level: 'E3', fragile: false, where: 'venue' },
    ]);
    expect(shown(effect, 'sent')).toEqual([]);
  });

  test('is nothing while answers are missing', () => {
    expect(measured({ internet: 'seul' })).toBeNull();
  });
});
