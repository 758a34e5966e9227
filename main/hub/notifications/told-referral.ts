import { eq } from 'drizzle-orm';
import { type MeetingPlace, stands } from '#src/booking';
import type { PersonDetails } from '#src/contract';
import { zoneOfPlace } from '#src/geography';
import { canReceiveSms, present } from '#src/kernel';
import type { Meeting, MessageChannel, MessageLanguage } from '#src/messages';
import type { LineKind } from '#src/routing';
import type { Venue } from '#src/venues';
import { readPersons } from '../operations/call-views.ts';
import { readProposals } from '../operations/referral-times.ts';
import { summaryFacts } from '../operations/summary-facts.ts';
import type { Transaction } from '../storage/database.ts';
import { booking, callIdentity, line, messageChoice, referral, user } from '../storage/schema.ts';
import { findVenue } from '../storage/venue-store.ts';

/** A referral as far as messages tell of it: read anew each time, so that what was forgotten is not told. */
export type ToldReferral = {
  readonly referral: typeof referral.$inferSelect;
  /** On the venue's clock; `null` where no time was agreed on. */
  readonly appointment: {
    readonly start: string;
    readonly end: string;
    readonly zone: string;
  } | null;
  /** When each of the times begins that stand proposed, the first first. */
  readonly proposed: readonly string[];
  /** Who is helped, then who phoned for them; nobody once they are forgotten. */
  readonly people: readonly PersonDetails[];
  readonly choice: {
    readonly language: MessageLanguage;
    readonly channels: readonly MessageChannel[];
  };
  /** The person's own clock. */
  readonly personZone: string;
  readonly venue: Venue | null;
  /** Whether somebody at the venue reads referrals here. */
  readonly isVenueHere: boolean;
  readonly meeting: Meeting;
  /** How often the appointment changed since it was first told of. */
  readonly changes: number;
  readonly line: {
    readonly name: string;
    readonly number: string | null;
    readonly kind: LineKind;
  };
};

/** Reads the referral and all around it. */
export async function readToldReferral(tx: Transaction, referralId: string): Promise<ToldReferral> {
  const [row] = await tx
    .select({
      referral,
      identity: callIdentity,
      period: booking.period,
      place: booking.meetingPlace,
      choice: messageChoice,
      line: { name: line.name, number: line.number, kind: line.kind },
    })
    .from(referral)
    .innerJoin(callIdentity, eq(callIdentity.callId, referral.callId))
    .innerJoin(line, eq(line.id, referral.lineId))
    .leftJoin(messageChoice, eq(messageChoice.callId, referral.callId))
    .leftJoin(booking, eq(booking.id, referral.bookingId))
    .where(eq(referral.id, referralId));
  const found = present(row, 'messages tell of a referral that was written');
  const { identity } = found;
  const { zone } = found.referral;
  const period = found.period ?? found.referral.agreedPeriod;
  const known = await readPersons(tx, [identity]);
  const people = peopleOf(identity, known);
  const { communeCode } = summaryFacts.parse(found.referral.summary);
  const venue = await findVenue(tx, found.referral.venueId);
  const proposed = (await readProposals(tx, [referralId])).get(referralId) ?? [];
  return {
    referral: found.referral,
    appointment: period && { ...period, zone },
    proposed: proposed.map((time) => time.period.start),
    people,
    choice: found.choice ?? { language: 'fr', channels: usualChannels(people) },
    personZone: communeCode === null ? zone : zoneOfPlace(communeCode, ''),
    venue,
    isVenueHere: (await tx.$count(user, eq(user.venueId, found.referral.venueId))) > 0,
    meeting: meetingOf(found.referral.venueName, venue, found.place ?? 'venue', people),
    changes: found.referral.moves + (stands(found.referral.state) ? 0 : 1),
    line: found.line,
  };
}

/** Who phoned for themselves is reached at the number that phoned, where their record has none. */
function peopleOf(
  { beneficiaryId, callerId, number }: typeof callIdentity.$inferSelect,
  known: ReadonlyMap<string, PersonDetails>,
): readonly PersonDetails[] {
  const people = [beneficiaryId, callerId].flatMap((id) => known.get(id ?? '') ?? []);
  if (beneficiaryId !== null) return people;
  return people.map((caller) => ({ ...caller, phone: caller.phone ?? number }));
}

function meetingOf(
  name: string,
  venue: Venue | null,
  place: MeetingPlace,
  people: readonly PersonDetails[],
): Meeting {
  const met = { name, phone: venue?.phone ?? null };
  switch (place) {
    case 'venue':
      return { ...met, way: 'venue', address: venue === null ? name : postalAddress(venue) };
    case 'phone':
      return { ...met, way: 'phone', calledOn: people.find(({ phone }) => phone)?.phone ?? null };
    case 'video':
      return { ...met, way: 'video', page: null };
    case 'home':
      return { ...met, way: 'home' };
  }
}

function postalAddress({ address, postcode, commune }: Venue): string {
  return `${address}, ${postcode} ${commune}`;
}

/** ME-20: where nobody asked, the way that surely arrives soonest. */
function usualChannels(people: readonly PersonDetails[]): readonly MessageChannel[] {
  const usual = (['sms', 'email', 'letter'] as const).find(
    (channel) => addressOf(people, channel) !== null,
  );
  return usual === undefined ? [] : [usual];
}

const addresses: Readonly<Record<MessageChannel, (person: PersonDetails) => string | null>> = {
  sms: ({ phone }) => (phone !== null && canReceiveSms(phone) ? phone : null),
  email: ({ email }) => email,
  letter: ({ name, address }) => (address === null ? null : `${name}\n${address}`),
};

/** Where a message of this kind reaches who is helped, or else who phoned for them. */
export function addressOf(
  people: readonly PersonDetails[],
  channel: MessageChannel,
): string | null {
  return people.map(addresses[channel]).find((address) => address !== null) ?? null;
}
