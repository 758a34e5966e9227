import type { BrowserContext } from 'playwright-core';
import { v7 } from 'uuid';
import { computeSlots } from '#src/booking';
import type { DiaryView } from '#src/contract';
import { present } from '#src/kernel';
import { act, answerAgain, recordCall, type Said, send } from './call-at-orientation.ts';
import { readChanges } from './read-changes.ts';

type Desk = { readonly context: BrowserContext; readonly address: string };

/** Somebody invented who calls, and what is known of them at the end of the call. */
type Person = {
  readonly name: string;
  readonly phone: string;
  readonly said: Partial<Said>;
  readonly note: string;
};

const odile: Person = {
  name: 'Odile Vernhet',
  phone: '+33465712814',
  said: {
    communeCode: '48095',
    wishes: ['no-car', 'free'],
    answers: { 'distance.mail': 'aide', 'distance.appli': 'non', obstacles: ['senses', 'fear'] },
  },
  note: 'Le courrier avec le code est arrivé. Elle vient avec sa tablette et sa carte Vitale.',
};
const jean: Person = {
  name: 'Jean-Baptiste de La Rochefoucauld-Montbel',
  phone: '+33639980142',
  said: { communeCode: '48092', wishes: ['outside-working-hours'], answers: { need: 'work' } },
  note: '',
};
const amina: Person = {
  name: 'Amina Castan',
  phone: '+33639980177',
  said: {
    wishes: ['individual', 'other-languages'],
    answers: { need: 'tools', 'distance.internet': 'non', obstacles: ['language'] },
  },
  note: 'Son fils l’accompagne.',
};
const paul: Person = {
  name: 'Paul Delmas',
  phone: '+33465710033',
  said: { answers: { need: 'access' } },
  note: '',
};

/**
 * A line that has worked: calls that ended in every way, and referrals that wait, are accepted and
 * are refused, at a venue with a diary and at others without one.
 */
export async function makeBusy(adviser: Desk, mediator: Desk): Promise<void> {
  const accepted = await book(adviser, odile, 0);
  const refused = await book(adviser, amina, 3);
  await book(adviser, jean, 5);
  await book(adviser, paul, 9);
  await request(adviser, { ...paul, name: 'Rose Alary' });
  await send(mediator.context, mediator.address, [
    act('referral.accept', { referralId: accepted }),
    act('referral.refuse', {
      referralId: refused,
      reason: 'closed-that-day',
      note: 'Le lieu ferme pour travaux cette semaine-là. Proposez la suivante.',
    }),
  ]);
  await finish(adviser, { answers: { result: 'solved', further: 'no' } });
  await finish(adviser, { answers: { result: 'solved', further: 'no', need: 'safety' } });
  await finish(adviser, { answers: { result: 'partly-solved', orientation: 'declined' } });
  await finish(adviser, { answers: { consent: 'no', need: 'leisure' } });
}

/** A call whose person gets the free slot of that rank at the only venue with a diary. */
async function book(desk: Desk, person: Person, rank: number): Promise<string> {
  const callId = await namedCall(desk, person);
  const diary = await readDiary(desk);
  const now = new Date();
  const kind = present(diary.kinds[0], 'a diary has a kind of appointment');
  const window = { from: dayAfter(now, 1), to: dayAfter(now, 15) };
  const slot = present(
    computeSlots(diary, kind, [], window, now.toISOString())[rank],
    'two weeks of the demonstration have slots',
  );
  const bookingId = v7();
  const referralId = v7();
  await send(desk.context, desk.address, [
    act('slot.hold', {
      bookingId,
      callId,
      diaryId: diary.id,
      kindId: kind.id,
      where: 'venue',
      start: slot.start,
      end: slot.end,
    }),
    act('referral.book', { referralId, callId, bookingId }),
  ]);
  await closeReferred(desk, callId);
  return referralId;
}

/** A call whose person is sent to a venue without a diary. */
async function request(desk: Desk, person: Person): Promise<void> {
  const callId = await namedCall(desk, person);
  const venueId = (await readDiary(desk)).venueId;
  await send(desk.context, desk.address, [
    act('referral.request', {
      referralId: v7(),
      callId,
      venueId,
      wishes: ['mercredi matin', 'jeudi après-midi'],
    }),
  ]);
  await closeReferred(desk, callId);
}

async function namedCall(desk: Desk, person: Person): Promise<string> {
  const { name, phone } = person;
  const callId = await recordCall(desk.context, desk.address, 'orientation', {
    ...person.said,
    number: phone,
  });
  await send(desk.context, desk.address, [
    act('people.identify', {
      callId,
      caller: { personId: v7(), name, phone, email: null, address: null },
      beneficiary: null,
    }),
    act('note.write', { callId, text: person.note }),
  ]);
  return callId;
}

async function closeReferred({ context, address }: Desk, callId: string): Promise<void> {
  await answerAgain(context, address, { callId, question: 'orientation', value: 'referred' });
  await send(context, address, [act('call.close', { callId, ending: { kind: 'script' } })]);
}

/** A call without a referral, to its end. */
async function finish({ context, address }: Desk, said: Partial<Said>): Promise<void> {
  const callId = await recordCall(context, address, 'outcome', said);
  await send(context, address, [act('call.close', { callId, ending: { kind: 'script' } })]);
}

async function readDiary({ context, address }: Desk): Promise<DiaryView> {
  const changes = await readChanges(context.request, address);
  const diaries = changes.flatMap((change) => (change.entity === 'diary' ? change.value : []));
  return present(diaries[0] ?? null, 'a demonstration has one diary');
}

function dayAfter(date: Date, days: number): string {
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
