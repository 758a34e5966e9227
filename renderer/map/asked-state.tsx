import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import type { Asked } from '../search/use-answer.ts';
import { ErrorState, LoadingState } from '../ui/states.tsx';

/** What the search answered; until then that it is on its way, or why it cannot be had. */
export function AskedState<Value>(props: {
  readonly asked: Asked<Value>;
  readonly children: (value: Value, since: string | null) => ReactNode;
}) {
  const { venues, search, failures } = useMessages();
  const { asked } = props;
  if (asked.state === 'loading') return <LoadingState label={venues.loading} />;
  if (asked.state === 'ready') return props.children(asked.value, asked.since);
  const isHere = asked.code === 'search-stopped';
  return (
    <ErrorState
      title={isHere ? search.stopped.title : venues.notLoaded.title}
      safe={isHere ? search.stopped.safe : failures.apiErrors[asked.code]}
      next={isHere ? search.stopped.next : venues.notLoaded.next}
      onRetry={asked.retry}
    />
  );
}
