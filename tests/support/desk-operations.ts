import type { Operation } from '#src/contract';
import type { DeskContext } from '#src/sync';
import { shippedModel } from './distance-model.ts';

/**
 * Acts at a desk, for tests that look at their order and not at their content. Ids are made from
 * short names, so that a failing test reads well.
 */
let made = 0;

function stamp(): { readonly id: string; readonly at: string } {
  made += 1;
  return { id: uuidOf(`operation-${made}`), at: new Date(1_800_000_000_000 + made).toISOString() };
}

/** A UUID that always stands for the same short name. */
export function uuidOf(name: string): string {
  const hex = [...name].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const digits = hex.padStart(32, '0').slice(-32);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `7${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}

export const lineId = uuidOf('line');
/** The desk at which they are done. */
export const desk: DeskContext = {
  accountId: 'lucie',
  accountName: 'Lucie Rey',
  lines: [
    {
      id: lineId,
      name: 'Coup de pouce 48',
      number: null,
      kind: 'manual',
      sponsorId: uuidOf('sponsor'),
      sponsorName: 'Département de la Lozère (démonstration)',
      territoryId: uuidOf('territory'),
      territoryName: 'Lozère',
      scriptId: 'general-fr',
      isRecorded: false,
    },
  ],
  models: [shippedModel()],
};

const script = { id: 'general-fr', version: '1.0.0', hash: 'a'.repeat(64) };

export function open(call: string): Operation {
  return {
    ...stamp(),
    kind: 'call.open',
    payload: {
      callId: uuidOf(call),
      lineId,
      number: '+33465712814',
      mode: 'live',
      openedAt: '2026-11-24T09:02:00.000Z',
      script,
    },
  };
}

export function answer(call: string, question = 'besoin', value = 'demarches'): Operation {
  return { ...stamp(), kind: 'answer.record', payload: { callId: uuidOf(call), question, value } };
}

export function note(call: string, text = 'Une note'): Operation {
  return { ...stamp(), kind: 'note.write', payload: { callId: uuidOf(call), text } };
}

export function identify(call: string, name = 'Odile Vernhet'): Operation {
  const caller = {
    personId: uuidOf(name),
    name,
    phone: '+33465712814',
    email: null,
    address: null,
  };
  return {
    ...stamp(),
    kind: 'people.identify',
    payload: { callId: uuidOf(call), caller, beneficiary: null },
  };
}

export function hold(call: string, slot: string): Operation {
  return {
    ...stamp(),
    kind: 'slot.hold',
    payload: {
      bookingId: uuidOf(slot),
      callId: uuidOf(call),
      diaryId: uuidOf('diary'),
      kindId: uuidOf('kind'),
      where: 'venue',
      start: '2026-12-02T13:30:00.000Z',
      end: '2026-12-02T14:30:00.000Z',
    },
  };
}

export function refer(call: string, slot: string): Operation {
  const { id, at } = stamp();
  return {
    id,
    at,
    kind: 'referral.book',
    payload: { referralId: id, callId: uuidOf(call), bookingId: uuidOf(slot) },
  };
}

/** Every other way of sending somebody to a venue. */
export function sendings(call: string): readonly Operation[] {
  const sent = () => {
    const { id, at } = stamp();
    return { id, at, payload: { referralId: id, callId: uuidOf(call), venueId: 'venue' } };
  };
  const [asked, planned, agreed] = [sent(), sent(), sent()];
  return [
    { ...asked, kind: 'referral.request', payload: { ...asked.payload, wishes: ['le matin'] } },
    { ...planned, kind: 'referral.plan' },
    {
      ...agreed,
      kind: 'referral.agree',
      payload: { ...agreed.payload, start: null, words: 'sur place' },
    },
  ];
}

export function hangUp(call: string): Operation {
  return { ...stamp(), kind: 'call.hang-up', payload: { callId: uuidOf(call) } };
}

export function close(call: string): Operation {
  return {
    ...stamp(),
    kind: 'call.close',
    payload: { callId: uuidOf(call), ending: { kind: 'script' } },
  };
}
