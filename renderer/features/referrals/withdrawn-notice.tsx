import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useVenue } from '../../search/use-places.ts';
import { useDesk } from '../../storage/desk.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Tells mediators that their venue left the national file (VE-61); nothing while it is listed. */
export function WithdrawnNotice() {
  const { session } = useDesk();
  const { referrals: words } = useMessages();
  const format = useFormat();
  const venue = useVenue(session.account.venueId);
  if (venue === null || venue.withdrawnOn === null) return null;
  return (
    <Notice
      tone="warning"
      title={words.withdrawn(format.shortDay(venue.withdrawnOn))}
      safe={words.withdrawnSafe}
      next={words.withdrawnNext}
    />
  );
}
