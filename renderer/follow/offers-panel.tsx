import { isTimeAhead } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { useDesk, useEntities } from '../storage/desk.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { MessageFate } from '../ui/message-fates.tsx';
import { Panel } from '../ui/panel.tsx';
import { useNow } from '../ui/timer.tsx';
import './wait-list.css';

type Offered = {
  readonly referral: ReferralView;
  readonly offer: NonNullable<NonNullable<ReferralView['waiting']>['offer']>;
};

/** BO-74: the earlier times that are kept for people of this account's, the first to end first: each is to be phoned about. */
export function OffersPanel() {
  const { waitList: words } = useMessages();
  const { session } = useDesk();
  const now = useNow(20);
  const referrals = useEntities('referral') ?? [];
  const offers = offersOf(referrals, session.account.id, now);
  if (offers.length === 0) return null;
  return (
    <Panel title={words.offersTitle}>
      <p className="quiet">{words.offersHelp}</p>
      <ul className="wait-offers">
        {offers.map((offered, index) => (
          <OfferRow key={offered.offer.bookingId} {...offered} isFirst={index === 0} />
        ))}
      </ul>
    </Panel>
  );
}

function offersOf(
  referrals: readonly ReferralView[],
  accountId: string,
  now: string,
): readonly Offered[] {
  return referrals
    .filter(({ adviserId, isFollowed }) => adviserId === accountId || !isFollowed)
    .flatMap((referral): readonly Offered[] => {
      const offer = referral.waiting?.offer ?? null;
      return offer !== null && isTimeAhead({ start: offer.until }, now)
        ? [{ referral, offer }]
        : [];
    })
    .sort((a, b) => a.offer.until.localeCompare(b.offer.until));
}

/** BO-77: what is written to the person of the time that they are offered now, the last of the times offered. */
function writtenOf({ messages }: ReferralView): ReferralView['messages'] {
  const ofOffers = messages.filter(
    ({ kind, state }) => kind === 'earlier-offer' && state !== 'cancelled',
  );
  return ofOffers.filter(({ dueAt }) => dueAt === ofOffers.at(-1)?.dueAt);
}

function OfferRow({ referral, offer, isFirst }: Offered & { readonly isFirst: boolean }) {
  const { waitList: words, referrals, told } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const { id: referralId, summary, zone, appointment, venueName } = referral;
  const { name, phone } = summary.person;
  const { bookingId } = offer;
  const at = (instant: string) => `${format.date(instant, zone)}, ${format.clock(instant, zone)}`;
  const key = (shortcut: string) => (isFirst ? { shortcut } : {});
  return (
    <li>
      <div>
        <strong>{name}</strong>{' '}
        <span className="num nowrap">
          {phone === null ? referrals.noPhone : <a href={`tel:${phone}`}>{format.phone(phone)}</a>}
        </span>
        <p>{words.offer(at(offer.start), venueName)}</p>
        <p className="small quiet">
          {appointment === null ? null : `${words.insteadOf(at(appointment.start))}. `}
          {words.until(`${format.date(offer.until)}, ${format.clock(offer.until)}`)}
        </p>
        {writtenOf(referral).map((message) => (
          <p key={message.id} className="small">
            {told.channels[message.channel]} <MessageFate message={message} />
          </p>
        ))}
      </div>
      <div className="wait-offer-acts">
        <Button
          description={name}
          onPress={() => {
            void act('wait.decline', { referralId, bookingId });
            announce(words.declined(name));
          }}
        >
          {words.decline}
        </Button>
        <Button
          variant="primary"
          description={name}
          onPress={() => {
            void act('wait.accept', { referralId, bookingId });
            announce(words.accepted(name, at(offer.start)));
          }}
          {...key('P')}
        >
          {words.accept}
        </Button>
      </div>
    </li>
  );
}
