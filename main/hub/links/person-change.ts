import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type PersonDoor, personDoor } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import type { Result } from '#src/kernel';
import { languageToUse, type Meeting, pageWords } from '#src/messages';
import type { ToldReferral } from '../notifications/told-referral.ts';
import { readSignatures } from '../notifications/translations.ts';
import { acceptOffer, declineOffer } from '../operations/answer-offer.ts';
import type { Effects } from '../operations/handler.ts';
import { readProposals, type Saying } from '../operations/referral-times.ts';
import { type Said, sayOfReferral } from '../operations/say-of-referral.ts';
import { readOpenOffer } from '../operations/wait-offers.ts';
import type { Transaction } from '../storage/database.ts';
import { inSavepoint } from '../storage/savepoint.ts';
import { freeTimes } from './free-times.ts';
import type { Html } from './page.ts';
import { type OfferedTime, type PersonPage, personPage, personReasons } from './person-page.ts';

/** What a person's page answers: itself, or (`noted`) that what was asked is done. */
export type PersonAnswer =
  | { readonly type: 'noted'; readonly changed: Effects['changed'] }
  | { readonly type: 'page'; readonly page: Html; readonly status: 200 | 409 };

/** BO-53: the page behind a person's link. Looking at it changes nothing. */
export async function showToPerson(
  tx: Transaction,
  told: ToldReferral,
  now: string,
  notice: PersonPage['notice'],
): Promise<Html> {
  const { referral, appointment, choice, line, personZone } = told;
  const language = languageToUse(choice.language, await readSignatures(tx));
  const door = doorOf(told, now);
  const shown: PersonPage = {
    door,
    language,
    line,
    meeting: withoutNumber(told.meeting),
    zone: referral.zone,
    personZone,
    appointment,
    times: await timesAt(tx, door, told, now),
    offer: await offerTo(tx, told, now),
    notice,
  };
  return personPage(shown, pageWords(language));
}

const offerForm = z.object({ act: z.enum(['accept-offer', 'decline-offer']), offer: z.uuid() });
const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('move'), time: z.iso.datetime() }),
  z.object({ act: z.literal('choose'), time: z.uuid() }),
  z.object({ act: z.literal('decline') }),
  z.object({
    act: z.literal('cancel'),
    reason: z.union([z.enum(personReasons), z.literal('').transform(() => null)]).default(null),
  }),
]);

/** BO-54, BO-55: what the person asks for on the page. Asked twice, it is done once. */
export async function changeForPerson(
  tx: Transaction,
  told: ToldReferral,
  posted: { readonly fields: unknown; readonly now: string; readonly newId: () => string },
): Promise<PersonAnswer> {
  const { now } = posted;
  const change = await changeFor(tx, told, posted);
  if (change === 'done') return page(tx, told, now, null);
  if (change === 'taken') return page(tx, told, now, 'taken');
  const done = await inSavepoint(tx, (savepoint) => change({ tx: savepoint, now }));
  if (done.ok) return { type: 'noted', changed: done.value.changed };
  return page(tx, told, now, lost.includes(done.error) ? 'taken' : 'failed');
}

/** Somebody else has the time by now. */
const lost: readonly RefusalCode[] = ['slot-taken', 'slot-not-offered', 'offer-over'];

/** What is to be done; `done`: nothing any more; `taken`: that time is not free. */
async function changeFor(
  tx: Transaction,
  told: ToldReferral,
  posted: { readonly fields: unknown; readonly now: string; readonly newId: () => string },
): Promise<((saying: Saying) => Promise<Result<Effects, RefusalCode>>) | 'done' | 'taken'> {
  const { referral } = told;
  const answered = offerForm.safeParse(posted.fields);
  if (answered.success) {
    const { act, offer: bookingId } = answered.data;
    const answer = act === 'accept-offer' ? acceptOffer : declineOffer;
    return (saying) => answer(saying, { referral, bookingId });
  }
  const asked = form.safeParse(posted.fields);
  if (!asked.success) return 'done';
  const said = await toSay(tx, asked.data, told, posted);
  if (typeof said === 'string') return said;
  return (saying) => sayOfReferral(saying, referral.id, said, () => true);
}

/** The act as the referral knows it; `done`: there is nothing to do any more; `taken`: that time is not free. */
async function toSay(
  tx: Transaction,
  asked: z.infer<typeof form>,
  told: ToldReferral,
  { now, newId }: { readonly now: string; readonly newId: () => string },
): Promise<Said | 'done' | 'taken'> {
  const { door, mayChange, mayCancel } = {
    mayChange: false,
    mayCancel: false,
    ...doorOf(told, now),
  };
  switch (asked.act) {
    case 'move': {
      if (!mayChange || isSame(told.appointment?.start, asked.time)) return 'done';
      const free = await timesToMoveTo(tx, told, now);
      const slot = free.find(({ start }) => isSame(start, asked.time));
      if (slot === undefined) return 'taken';
      const { start, end } = slot;
      return {
        type: 'move',
        by: 'person',
        reason: null,
        to: { bookingId: newId(), diaryId: null, start, end },
      };
    }
    case 'choose':
      return door === 'proposal' ? { type: 'choose', timeId: asked.time } : 'done';
    case 'decline':
      return door === 'proposal' ? { type: 'decline' } : 'done';
    case 'cancel': {
      const isAllowed = mayChange || mayCancel || door === 'request';
      return isAllowed ? { type: 'cancel', by: 'person', reason: asked.reason } : 'done';
    }
  }
}

async function page(
  tx: Transaction,
  told: ToldReferral,
  now: string,
  notice: PersonPage['notice'],
): Promise<PersonAnswer> {
  const shown = await showToPerson(tx, told, now, notice);
  return { type: 'page', page: shown, status: notice === null ? 200 : 409 };
}

function doorOf({ referral, appointment }: ToldReferral, now: string): PersonDoor {
  return personDoor({ state: referral.state, appointment }, now);
}

/** The times to choose from: those that the venue proposes, or those that its diary keeps free. */
async function timesAt(
  tx: Transaction,
  door: PersonDoor,
  told: ToldReferral,
  now: string,
): Promise<readonly OfferedTime[]> {
  const { referral } = told;
  if (door.door === 'proposal') {
    const proposed = await readProposals(tx, [referral.id]);
    return (proposed.get(referral.id) ?? [])
      .map(({ id, period }) => ({ value: id, start: period.start }))
      .filter(({ start }) => Temporal.Instant.compare(start, now) > 0);
  }
  if (door.door !== 'appointment' || !door.mayChange) return [];
  const free = await timesToMoveTo(tx, told, now);
  return free.map(({ start }) => ({ value: start, start }));
}

/** Each move is told to the person and to the venue, at the operator's cost: whoever holds a link causes so many and no more. */
const mostMoves = 10;

async function timesToMoveTo(
  tx: Transaction,
  { referral: { bookingId, moves } }: ToldReferral,
  now: string,
): Promise<Awaited<ReturnType<typeof freeTimes>>> {
  return bookingId === null || moves >= mostMoves ? [] : freeTimes(tx, bookingId, now);
}

/** BO-77: what the wait list keeps for the person, while they may still answer. */
async function offerTo(
  tx: Transaction,
  { referral }: ToldReferral,
  now: string,
): Promise<PersonPage['offer']> {
  const open = await readOpenOffer(tx, referral.id);
  if (open === null || Temporal.Instant.compare(open.until, now) <= 0) return null;
  return { value: open.bookingId, start: open.start, until: open.until };
}

function isSame(one: string | undefined, other: string): boolean {
  return one !== undefined && Temporal.Instant.compare(one, other) === 0;
}

/** BO-53: who opens a link may be another than who it was sent to: the person's own number is not said. */
function withoutNumber(meeting: Meeting): Meeting {
  return meeting.way === 'phone' ? { ...meeting, calledOn: null } : meeting;
}
