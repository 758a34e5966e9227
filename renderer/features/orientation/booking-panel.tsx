import { nearestFreeSlots } from '#src/booking';
import type { DiaryView, ReferralView } from '#src/contract';
import {
  departementOfCommune,
  type Gazetteer,
  phoneRegionOfDepartement,
  zoneOfDepartement,
} from '#src/geography';
import type { CompiledScript, ScriptRun } from '#src/script';
import type { Venue } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type LocalCall, useEntities, useLink } from '../../storage/desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/timer.tsx';
import { BookingFoot } from './booking-foot.tsx';
import { ConsentMissing } from './consent-missing.tsx';
import type { DraftHandle } from './draft.ts';
import { LostNotice } from './lost-notice.tsx';
import { reachableAt } from './person.ts';
import { PersonFields } from './person-fields.tsx';
import { orientationOptions } from './referring.ts';
import { RequestForm, writtenWishes } from './request-form.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { comingSlots, slotsByDay } from './slots-by-day.ts';
import { Tell } from './tell.tsx';
import { appointmentWords, type CallerClock, fullTime } from './telling.ts';
import { useHold } from './use-hold.ts';
import { useReferral } from './use-referral.ts';
import { VenueHead } from './venue-head.tsx';

const offered = 3;

/** The venue chosen and what is needed to send somebody there: a time, a name, a yes. */
export function BookingPanel(props: {
  readonly id: string;
  readonly venue: Venue;
  readonly diary: DiaryView | null;
  readonly local: LocalCall;
  readonly run: ScriptRun;
  readonly script: CompiledScript;
  readonly gazetteer: Gazetteer;
  readonly handle: DraftHandle;
  readonly onDone: () => void;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { venue, local, run, script, handle } = props;
  const { draft, change } = handle;
  const now = useNow();
  const link = useLink();
  const bookings = useEntities('booking') ?? [];
  const { standing, refused } = useReferrals(local.call.id);
  const hold = useHold(local.call.id, handle);
  const departement = departementOfCommune(
    run.facts.communeCode ?? venue.communeCode ?? venue.postcode,
  );
  const region = phoneRegionOfDepartement(departement);
  const referral = useReferral({ ...props, region, hold });

  const isForOther = run.facts.beneficiary === 'other';
  const about = { isForOther, number: local.call.number, region };
  const diary = props.diary !== null && props.diary.ranges.length > 0 ? props.diary : null;
  const isOnline = link?.state === 'online';
  const isRequest = diary === null || draft.asksInstead || !isOnline;
  const slot = draft.slot?.venueId === venue.id ? draft.slot : null;
  const isHeld =
    slot !== null && (hold.status.state === 'held' || hold.status.state === 'confirming');
  const ownBookings = diary === null ? [] : bookings.filter(({ diaryId }) => diaryId === diary.id);
  const words = { orientation, format };
  const when = diary !== null && isHeld ? fullTime(slot.start, diary.zone, words) : null;
  const wishes = writtenWishes(draft.wishes);

  return (
    <section className="booking" id={props.id} tabIndex={-1} aria-label={venue.name}>
      <div className="booking-body">
        <VenueHead venue={venue} isBookedHere={diary !== null} />
        {standing !== null ? (
          <Standing referral={standing} />
        ) : run.facts.consent !== true ? (
          <ConsentMissing wasAsked={run.facts.consent === false} onAsk={props.onDone} />
        ) : (
          <>
            {refused === null ? null : (
              <Notice tone="warning" title={orientation.done.refused(refused.venueName)} />
            )}
            {isOnline || diary === null ? null : (
              <Notice
                tone="warning"
                title={orientation.offline.title}
                safe={orientation.offline.safe}
                next={orientation.offline.next}
              />
            )}
            {diary !== null && slot !== null && hold.status.state === 'lost' && isOnline ? (
              <LostNotice
                because={hold.status.because}
                nearest={nearestFreeSlots(
                  comingSlots(diary, ownBookings, now),
                  slot.start,
                  offered,
                )}
                zone={diary.zone}
                onChoose={(next) =>
                  void hold.choose({ venueId: venue.id, diaryId: diary.id }, next)
                }
              />
            ) : null}
            {isRequest ? (
              <RequestForm
                wishes={draft.wishes}
                problem={referral.wishProblem}
                onChange={(next) => change({ wishes: next })}
              />
            ) : (
              <SlotPicker
                key={diary.id}
                diary={diary}
                place={venue.commune}
                days={slotsByDay(diary, ownBookings, now)}
                heldId={isHeld ? slot.bookingId : null}
                isDisabled={hold.status.state === 'confirming'}
                onChoose={(next) =>
                  void hold.choose({ venueId: venue.id, diaryId: diary.id }, next)
                }
              />
            )}
            {diary !== null && isOnline ? (
              <Button
                variant="quiet"
                icon={draft.asksInstead ? 'calendar' : 'edit'}
                onPress={() => change({ asksInstead: !draft.asksInstead })}
              >
                {draft.asksInstead ? orientation.slots.backToSlots : orientation.slots.askInstead}
              </Button>
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
            <Tell
              phone={reachableAt(local, draft, about)}
              isRequest={isRequest}
              words={
                isRequest
                  ? wishes.length === 0
                    ? null
                    : orientation.words.request(venue.name, format.list(wishes))
                  : slot === null || !isHeld
                    ? null
                    : appointmentWords(
                        {
                          venue,
                          start: slot.start,
                          zone: diary.zone,
                          callerClock: callerClock(run, props.gazetteer),
                        },
                        words,
                      )
              }
            />
          </>
        )}
      </div>
      <BookingFoot
        isRequest={isRequest}
        canRefer={run.facts.consent === true}
        isStanding={standing !== null}
        status={slot === null ? { state: 'none' } : hold.status}
        when={when}
        person={(local.beneficiary ?? local.caller)?.name ?? draft.name}
        others={orientationOptions(script, local.answers, run).others}
        onBook={() => void referral.book(when ?? '')}
        onRequest={() => void referral.request()}
        onDecline={(option) => void referral.decline(option)}
        onGoOn={() => void referral.goOn()}
      />
    </section>
  );
}

/** The referral of this call that stands, and the last one that a venue refused (BO-11). */
function useReferrals(callId: string): {
  readonly standing: ReferralView | null;
  readonly refused: ReferralView | null;
} {
  const ofCall = (useEntities('referral') ?? []).filter((one) => one.callId === callId);
  return {
    standing: ofCall.find(({ state }) => state !== 'refused') ?? null,
    refused:
      ofCall
        .filter(({ state }) => state === 'refused')
        .toSorted((a, b) => a.sentAt.localeCompare(b.sentAt))
        .at(-1) ?? null,
  };
}

function callerClock({ facts }: ScriptRun, gazetteer: Gazetteer): CallerClock | null {
  if (facts.communeCode === null) return null;
  return {
    zone: zoneOfDepartement(departementOfCommune(facts.communeCode)),
    place: gazetteer.byCode(facts.communeCode)?.name ?? facts.communeCode,
  };
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
  return <Notice tone="info" title={orientation.done.standing} next={told} />;
}
