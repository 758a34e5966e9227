import { useLocation } from 'wouter';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';

/** Leads to the search of a venue, which gives the answer itself once something is booked. */
export function OrientationAnswer({ callId }: { readonly callId: string }) {
  const { call } = useMessages();
  const [, navigate] = useLocation();
  return (
    <div className="ask-foot">
      <Button
        variant="primary"
        size="large"
        icon="map"
        shortcut="Enter"
        onPress={() => navigate(`/orientation/${callId}`)}
      >
        {call.ask.orientation}
      </Button>
      <span className="small quiet">{call.ask.orientationSays}</span>
    </div>
  );
}
