import { useLocation } from 'wouter';
import type { Step } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { OneAnswer } from './answers.tsx';

/** Leads to the search of a venue, which gives the answer itself once something is booked; the others stay at hand. */
export function OrientationAnswer(props: {
  readonly callId: string;
  readonly step: Step;
  readonly before: string | null;
  readonly onAnswer: (option: string) => void;
}) {
  const { call } = useMessages();
  const [, navigate] = useLocation();
  return (
    <>
      <div className="ask-foot">
        <Button
          variant="primary"
          size="large"
          icon="map"
          shortcut="Enter"
          onPress={() => navigate(`/orientation/${props.callId}`)}
        >
          {call.ask.orientation}
        </Button>
        <span className="small quiet">{call.ask.orientationSays}</span>
      </div>
      <OneAnswer step={props.step} before={props.before} onAnswer={props.onAnswer} />
    </>
  );
}
