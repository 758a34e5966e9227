import type { CallView, LineView } from '#src/contract';
import { isOnNetwork } from '#src/routing';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHeadsetPress } from '../../../telephony/headset-context.tsx';
import type { DeskLeg } from '../../../telephony/softphone.port.ts';
import { useSoftphone } from '../../../telephony/softphone-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useLeg } from './use-leg.ts';

/** What is wrong with the voices, and what helps; nothing while all is well. */
export function VoiceStrip(props: { readonly call: CallView; readonly line: LineView }) {
  const leg = useLeg(props.call.id);
  const { call } = props;
  if (!isOnNetwork(props.line.kind)) return null;
  if (leg === null || leg.state === 'ringing') return <Away callId={call.id} leg={leg} />;
  return <Trouble leg={leg} />;
}

/** The call goes on without this page's voice: it was reloaded, or its network was away for long. */
function Away(props: { readonly callId: string; readonly leg: DeskLeg | null }) {
  const { conversation } = useMessages();
  const { away: words } = conversation;
  const softphone = useSoftphone();
  const join = () => void softphone?.answer(props.callId);
  useHeadsetPress('off-hook', join);
  if (softphone === null || softphone.state.failure === 'another-desk') return null;
  return (
    <div className="call-strip call-strip-warning">
      <p role="status">
        <Icon name="alert" />
        <b>{words.title}</b> {props.leg === null ? words.waiting : words.ringing}
      </p>
      {props.leg === null ? null : (
        <Button variant="primary" icon="phone" shortcut="Alt+V" onPress={join}>
          {words.join}
        </Button>
      )}
    </div>
  );
}

/** The worst alone: who speaks cannot mend two things at once. */
function Trouble({ leg }: { readonly leg: DeskLeg }) {
  const { conversation: words } = useMessages();
  const said = troubleOf(leg, words);
  if (said === null) return null;
  return (
    <div className="call-strip call-strip-warning">
      <p role="status">
        <Icon name={leg.isMuted ? 'microphone-off' : 'voice'} />
        {said}
      </p>
    </div>
  );
}

function troubleOf(
  leg: DeskLeg,
  words: ReturnType<typeof useMessages>['conversation'],
): string | null {
  if (leg.state === 'reconnecting') return words.reconnecting;
  if (leg.isMuted) return words.muted;
  const [worst] = leg.warnings;
  return worst === undefined ? null : words.warnings[worst];
}
