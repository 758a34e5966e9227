import { useState } from 'react';
import { type VenueDataView, type VenueSetView, venueDataView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../storage/api.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReportLink } from './current-panel.tsx';
import { DifferenceList } from './difference-list.tsx';
import { SetFacts } from './set-facts.tsx';

type WaitingProps = {
  readonly waiting: VenueSetView;
  readonly current: VenueSetView | null;
  readonly onDecided: (view: VenueDataView) => void;
};

/** The set that was read and waits: what it changes, and the two answers. */
export function WaitingPanel(props: WaitingProps) {
  const { venueData, failures } = useMessages();
  const { waiting, current } = props;
  const [confirmsShrink, setConfirmsShrink] = useState(false);
  const { pending, failure, decide } = useDecision(props);
  return (
    <Panel title={venueData.waiting} className="venue-set venue-set-waiting">
      <p className="quiet">{venueData.waitingHelp}</p>
      <SetFacts set={waiting} />
      <DifferenceList set={waiting} />
      {waiting.shrinks ? (
        <ShrinkNotice
          waiting={waiting}
          current={current}
          isConfirmed={confirmsShrink}
          onConfirm={setConfirmsShrink}
        />
      ) : null}
      {failure === null ? null : (
        <Notice
          tone="error"
          title={venueData.decisionFailed}
          safe={venueData.stillSafe}
          next={failures.apiErrors[failure.code]}
        />
      )}
      <div className="actions">
        <Button
          variant="primary"
          size="call"
          icon="check"
          description={venueData.publishHelp}
          isDisabled={waiting.shrinks && !confirmsShrink}
          isPending={pending === 'publish'}
          onPress={() => decide('publish', confirmsShrink)}
        >
          {venueData.publish}
        </Button>
        <Button
          size="call"
          icon="close"
          isPending={pending === 'discard'}
          onPress={() => decide('discard', false)}
        >
          {venueData.discard}
        </Button>
        <ReportLink set={waiting} />
      </div>
    </Panel>
  );
}

type Answer = 'publish' | 'discard';

function useDecision({ waiting, onDecided }: WaitingProps) {
  const { venueData } = useMessages();
  const [pending, setPending] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function send(answer: Answer, confirmsShrink: boolean) {
    setPending(answer);
    const body = { setId: waiting.id, ...(confirmsShrink ? { confirmsShrink } : {}) };
    const taken = await request(`/api/venue-data/${answer}`, venueDataView, { body });
    setPending(null);
    setFailure(taken.ok ? null : taken.error);
    if (!taken.ok) return;
    announce(venueData[answer === 'publish' ? 'published' : 'discarded'](waiting.origin));
    onDecided(taken.value);
  }

  return {
    pending,
    failure,
    decide: (answer: Answer, confirmsShrink: boolean) => void send(answer, confirmsShrink),
  };
}

/** Far fewer venues: said with figures, and published only by somebody who has seen it. */
function ShrinkNotice(props: {
  readonly waiting: VenueSetView;
  readonly current: VenueSetView | null;
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}) {
  const { venueData } = useMessages();
  const format = useFormat();
  const before = props.current?.counts.accepted ?? 0;
  const after = props.waiting.counts.accepted;
  return (
    <Notice
      tone="warning"
      title={
        before <= after
          ? venueData.shrinksUnknown
          : venueData.shrinks(
              format.percent(1 - after / before),
              format.number(before),
              format.number(after),
            )
      }
      next={venueData.shrinksWhy}
    >
      <Checkbox isSelected={props.isConfirmed} onChange={props.onConfirm}>
        {venueData.shrinksConfirm}
      </Checkbox>
    </Notice>
  );
}
