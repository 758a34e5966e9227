import { bookingWayOf, stands } from '#src/booking';
import { isOver } from '#src/calls';
import type { DiaryView, ReferralView } from '#src/contract';
import { departementOfCommune, phoneRegionOfDepartement, zoneOfDepartement } from '#src/geography';
import type { CompiledScript, ScriptRun } from '#src/script';
import type { Venue } from '#src/venues';
import { ElsewhereLine } from '../../follow/elsewhere-line.tsx';
import { writtenAs } from '../../follow/written.ts';
import { WrittenFields } from '../../follow/written-fields.tsx';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useCommuneName } from '../../search/use-places.ts';
import { type LocalCall, useEntities, useLink } from '../../storage/desk.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BookingFoot } from './booking-foot.tsx';
import { BookingWayPanel, BookingWaySwitch } from './booking-way.tsx';
import { ConsentMissing } from './consent-missing.tsx';
import type { DraftHandle } from './draft.ts';
import { reachableAt } from './person.ts';
import { PersonFields } from './person-fields.tsx';
import { orientationOptions } from './referring.ts';
import { writtenWishes } from './request-form.tsx';
import { Tell } from './tell.tsx';
import { appointmentWords, type CallerClock, fullTime } from './telling.ts';
import { TimeChoice } from './time-choice.tsx';
import { useBookingElsewhere } from './use-booking-elsewhere.ts';
import { useHold } from './use-hold.ts';
import { useOffers } from './use-offers.ts';
import { useReferral } from './use-referral.ts';
import { VenueHead } from './venue-head.tsx';

/** The venue chosen and what is needed to send somebody there: a time, a name, a yes. */
export function BookingPanel(props: {
  readonly id: string;
  readonly venue: Venue;
  /** Those of the venue that take appointments. */
  readonly diaries: readonly DiaryView[];
  readonly local: LocalCall;
  readonly run: ScriptRun;
  readonly script: CompiledScript;
  readonly handle: DraftHandle;
  readonly onDone: () => void;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { venue, local, run, script, handle } = props;
  const { draft, change } = handle;
  const link = useLink();
  const { standing, fallen } = useReferrals(local.call.id);
  const hold = useHold(local.call.id, handle);
  const offers = useOffers(props.diaries, draft, run.facts.wishes);
  const zone = props.diaries[0]?.zone ?? null;
  const departement = departementOfCommune(
    run.facts.communeCode ?? venue.communeCode ?? venue.postcode,
  );
  const callerClock = useCallerClock(run);
  const region = phoneRegionOfDepartement(departement);
  const isForOther = run.facts.beneficiary === 'other';
  const about = { isForOther, number: local.call.number, region };
  const phone = reachableAt(local, draft, about);
  const helped = local.beneficiary ?? local.caller;
  const written = writtenAs(draft.written, helped, phone, region);
  const referral = useReferral({ ...props, region, hold, written });

  const isOnline = link?.state === 'online';
  const isRequest = offers === null || draft.asksInstead || !isOnline;
  const way = bookingWayOf(venue, offers !== null);
  const isElsewhere = way === 'rdv-service-public' || way === 'own-page';
  const elsewhere = useBookingElsewhere({
    callId: local.call.id,
    way: isElsewhere && !draft.asksInstead && isOnline ? way : null,
    venue,
    handle,
    referral,
  });
  const slot = draft.slot?.venueId === venue.id ? draft.slot : null;
  const isHeld =
    slot !== null && (hold.status.state === 'held' || hold.status.state === 'confirming');
  const words = { orientation, format };
  const when = zone !== null && isHeld ? fullTime(slot.start, zone, words) : null;
  const wishes = writtenWishes(draft.wishes);
  const asked =
    wishes.length === 0 ? null : orientation.words.request(venue.name, format.list(wishes));
  const booked =
    zone !== null && isHeld
      ? appointmentWords(
          {
            venue,
            start: slot.start,
            zone,
            where: slot.where,
            phone,
            callerClock,
          },
          words,
        )
      : null;

  return (
    <section className="booking" id={props.id} tabIndex={-1} aria-label={venue.name}>
      <div className="booking-body">
        <VenueHead
          venue={venue}
          way={way}
          sheetFor={{ communeCode: run.facts.communeCode, service: run.facts.service }}
        />
        {standing !== null ? (
          <Standing referral={standing} />
        ) : run.facts.consent !== true ? (
          <ConsentMissing wasAsked={run.facts.consent === false} onAsk={props.onDone} />
        ) : (
          <>
            {fallen === null ? null : (
              <Notice tone="warning" title={orientation.done.refused(fallen.venueName)} />
            )}
            {elsewhere !== null ? (
              <BookingWayPanel venue={venue} elsewhere={elsewhere} />
            ) : (
              <TimeChoice
                venue={venue}
                offers={offers}
                slot={slot}
                hold={hold}
                handle={handle}
                isOnline={isOnline}
                isRequest={isRequest}
                wishProblem={referral.wishProblem}
              />
            )}
            {isElsewhere && isOnline ? (
              <BookingWaySwitch
                isAsking={draft.asksInstead}
                onChange={(asksInstead) => change({ asksInstead })}
              />
            ) : null}
            {local.caller === null ? (
              <PersonFields
                draft={draft}
                number={local.call.number}
                isForOther={isForOther}
                problems={referral.problems}
                onChange={change}
              />
            ) : null}
            {elsewhere !== null ? null : (
              <>
                <WrittenFields
                  written={written}
                  problems={referral.writtenProblems}
                  onChange={(part) => change({ written: { ...draft.written, ...part } })}
                />
                <Tell phone={phone} isRequest={isRequest} words={isRequest ? asked : booked} />
              </>
            )}
          </>
        )}
      </div>
      <BookingFoot
        isRequest={isRequest}
        elsewhere={elsewhere}
        canRefer={run.facts.consent === true}
        isStanding={standing !== null}
        status={slot === null ? { state: 'none' } : hold.status}
        when={when}
        person={(local.beneficiary ?? local.caller)?.name ?? draft.name}
        others={
          isOver(local.call.state) ? [] : orientationOptions(script, local.answers, run).others
        }
        onBook={() => void referral.book(when ?? '')}
        onRequest={() => void referral.request()}
        onDecline={(option) => void referral.decline(option)}
        onGoOn={() => void referral.goOn()}
      />
    </section>
  );
}

/** The referral of this call that stands, and the last one that leads nowhere (BO-11). */
function useReferrals(callId: string): {
  readonly standing: ReferralView | null;
  readonly fallen: ReferralView | null;
} {
  const ofCall = (useEntities('referral') ?? []).filter((one) => one.callId === callId);
  return {
    standing: ofCall.find(({ state }) => stands(state)) ?? null,
    fallen:
      ofCall
        .filter(({ state }) => !stands(state))
        .toSorted((a, b) => a.sentAt.localeCompare(b.sentAt))
        .at(-1) ?? null,
  };
}

function useCallerClock({ facts }: ScriptRun): CallerClock | null {
  const { communeCode } = facts;
  const place = useCommuneName(communeCode);
  if (communeCode === null) return null;
  const zone = zoneOfDepartement(departementOfCommune(communeCode));
  return { zone, place: place ?? communeCode };
}

function Standing({ referral }: { readonly referral: ReferralView }) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { appointment, venueName } = referral;
  const told =
    appointment === null
      ? orientation.done.requested(venueName)
      : orientation.done.booked(
          fullTime(appointment.start, appointment.zone, { orientation, format }),
          venueName,
        );
  return (
    <Notice tone="info" title={orientation.done.standing} next={told}>
      <ElsewhereLine referral={referral} />
    </Notice>
  );
}
