import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { mayAnswerByLink, mostProposedTimes, refusalReasons } from '#src/booking';
import type { RefusalCode } from '#src/contract';
import { err, ok, type Result } from '#src/kernel';
import { pageWords } from '#src/messages';
import { initials } from '#src/privacy';
import type { ToldReferral } from '../notifications/told-referral.ts';
import type { Effects } from '../operations/handler.ts';
import { type Said, sayOfReferral } from '../operations/say-of-referral.ts';
import { summaryFacts } from '../operations/summary-facts.ts';
import type { Transaction } from '../storage/database.ts';
import { inSavepoint } from '../storage/savepoint.ts';
import { type Link, markOpened, spendLink } from './link-store.ts';
import type { Html } from './page.ts';
import {
  acceptedPage,
  answeredPage,
  coverPage,
  goneLinkPage,
  requestPage,
  type VenueNotice,
  type VenueRequest,
} from './venue-page.ts';

/** What a link's page answers, and what desks are to read again. */
export type Answered = {
  readonly page: Html;
  readonly status: 200 | 409 | 410 | 422;
  readonly changed: Effects['changed'];
};

/** How long a time is that a venue without diary proposes, where none was booked. */
const usualMinutes = 60;

/** BO-50, BO-51: the page behind a venue's link. Looking at it changes nothing. */
export function showToVenue(link: Link, told: ToldReferral, now: string): Answered {
  const { referral, appointment } = told;
  if (!mayAnswerByLink(link, { ...referral, appointment }, now)) return gone(told);
  const request = requestOf(told);
  const shown = link.openedAt === null ? coverPage(request) : requestPage(request, null);
  return { page: shown, status: 200, changed: [] };
}

const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open') }),
  z.object({ act: z.literal('accept') }),
  z.object({
    act: z.literal('refuse'),
    reason: z.enum(refusalReasons),
    note: z.string().trim().max(500).default(''),
  }),
  z.looseObject({ act: z.literal('propose'), note: z.string().trim().max(500).default('') }),
]);

/** BO-50, BO-51: what the venue says on the page. */
export async function answerForVenue(
  tx: Transaction,
  link: Link,
  told: ToldReferral,
  posted: { readonly fields: unknown; readonly now: string; readonly newId: () => string },
): Promise<Answered> {
  const { now } = posted;
  const { referral, appointment } = told;
  if (!mayAnswerByLink(link, { ...referral, appointment }, now)) return gone(told);
  const request = requestOf(told);
  const said = form.safeParse(posted.fields);
  if (!said.success) return again(request, 'reason-missing');
  switch (said.data.act) {
    case 'open': {
      await markOpened(tx, link, now);
      const received = await sayOfReferral({ tx, now }, referral.id, { type: 'receive' }, anyone);
      const changed = received.ok ? received.value.changed : [];
      return { page: requestPage(request, null), status: 200, changed };
    }
    case 'accept': {
      const done = await answer(tx, link, { type: 'accept' }, now);
      return done.ok
        ? { page: acceptedPage(request, toReceive(told)), status: 200, ...done.value }
        : refused(told, done.error);
    }
    case 'refuse': {
      const { reason, note } = said.data;
      const done = await answer(tx, link, { type: 'refuse', reason, note }, now);
      return done.ok
        ? { page: answeredPage(told.line, 'refused'), status: 200, ...done.value }
        : refused(told, done.error);
    }
    case 'propose': {
      const { note } = said.data;
      const times = timesOf(said.data, told, posted.newId);
      if (times.length === 0) return again(request, 'wrong-time');
      const done = await answer(tx, link, { type: 'propose', diaryId: null, times, note }, now);
      return done.ok
        ? { page: answeredPage(told.line, 'proposed'), status: 200, ...done.value }
        : refused(told, done.error);
    }
  }
}

/** Who comes, and a number at which to reach them: their own, or that of who phoned for them. */
function toReceive({ people }: ToldReferral): Parameters<typeof acceptedPage>[1] {
  const [first] = people;
  const phone = people.find((person) => person.phone !== null)?.phone ?? null;
  return first === undefined ? null : { name: first.name, phone };
}

/** Who holds the link speaks for its venue, of this one referral (BO-51). */
const anyone = () => true;

/** Says it and spends the link, or neither. */
function answer(
  tx: Transaction,
  link: Link,
  said: Said,
  now: string,
): Promise<Result<Effects, RefusalCode | 'link-spent'>> {
  return inSavepoint(tx, async (savepoint) => {
    const done = await sayOfReferral({ tx: savepoint, now }, link.referralId, said, anyone);
    if (!done.ok) return done;
    return (await spendLink(savepoint, link, now)) ? ok(done.value) : err('link-spent');
  });
}

function refused(told: ToldReferral, code: RefusalCode | 'link-spent'): Answered {
  switch (code) {
    case 'slot-taken':
      return again(requestOf(told), 'time-taken');
    case 'time-passed':
      return again(requestOf(told), 'wrong-time');
    default:
      return gone(told);
  }
}

function again(request: VenueRequest, notice: VenueNotice): Answered {
  return { page: requestPage(request, notice), status: 422, changed: [] };
}

function gone({ line }: ToldReferral): Answered {
  return { page: goneLinkPage(line), status: 410, changed: [] };
}

function requestOf({ referral, appointment, people, line }: ToldReferral): VenueRequest {
  const { service, theme } = summaryFacts.parse(referral.summary);
  return {
    line,
    venueName: referral.venueName,
    initials: initials(people[0]?.name ?? ''),
    when: appointment === null ? null : pageWords('fr').when(appointment),
    wishes: referral.wishes,
    needs: [theme, service].filter((need) => need !== null),
  };
}

const frenchDay = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const clock = /^(\d{1,2})[:h](\d{2})?$/;

/** BO-51: the times typed, on the venue's clock; none where one of them cannot be read. A browser without calendar sends what is typed. */
function timesOf(
  fields: Readonly<Record<string, unknown>>,
  { referral: { zone }, appointment }: ToldReferral,
  newId: () => string,
) {
  const rows = Array.from({ length: mostProposedTimes }, (_, index) => ({
    day: textOf(fields[`day${index}`]),
    time: textOf(fields[`time${index}`]),
  })).filter(({ day, time }) => day !== '' || time !== '');
  const minutes =
    appointment === null
      ? usualMinutes
      : Temporal.Instant.from(appointment.start).until(appointment.end).total('minutes');
  const times = rows.map(({ day, time }) => instantOf(day, time, zone));
  const read = times.filter((time) => time !== null);
  if (read.length < times.length) return [];
  return read.map((start) => ({
    id: newId(),
    start: start.toString(),
    end: start.add({ minutes }).toString(),
  }));
}

function textOf(field: unknown): string {
  return typeof field === 'string' ? field.trim() : '';
}

function instantOf(day: string, time: string, zone: string): Temporal.Instant | null {
  const [, date, month, year] = frenchDay.exec(day) ?? [];
  const [, hour, minute = '00'] = clock.exec(time) ?? [];
  if (hour === undefined) return null;
  const wall = `${year === undefined ? day : `${year}-${month}-${date}`}T${hour.padStart(2, '0')}:${minute}`;
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}
