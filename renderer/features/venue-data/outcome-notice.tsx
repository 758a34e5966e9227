import type { VenueDataView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Notice } from '../../ui/notice.tsx';

type Last = NonNullable<VenueDataView['last']>;

/** Why the last import brought nothing, what is safe, and what to do. Nothing where it went well. */
export function OutcomeNotice(props: { readonly last: Last; readonly hasCurrent: boolean }) {
  const { venueData } = useMessages();
  const format = useFormat();
  const { at, origin, outcome } = props.last;
  if (!('detail' in outcome)) return null;
  const { title, next } = venueData.failures[outcome.code];
  const explain = venueData.details[outcome.code] ?? venueData.forSupport;
  return (
    <Notice
      tone="error"
      title={title}
      safe={props.hasCurrent ? venueData.stillSafe : venueData.nothingYet}
      next={next}
    >
      <p className="small venue-data-detail">
        {venueData.failedFrom(origin, venueData.at(format.date(at), format.clock(at)))}{' '}
        {outcome.detail === '' ? null : explain(outcome.detail)}
      </p>
    </Notice>
  );
}
