import { useState } from 'react';
import type { CallView, LineView } from '#src/contract';
import { isOnNetwork } from '#src/routing';
import { useGlobalKey } from '../../../desktop/global-key.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk, useIsOnline } from '../../../storage/desk.tsx';
import { useHeadsetPress } from '../../../telephony/headset-context.tsx';
import { useSoftphone } from '../../../telephony/softphone-context.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button, ToggleButton } from '../../../ui/button.tsx';
import { BringInDialog } from './bring-in-dialog.tsx';
import { Keypad } from './keypad.tsx';
import { useLeg } from './use-leg.ts';

/** What can be done to the voices of a live call. A line that nobody's telephone here carries has none of it. */
export function VoiceControls(props: { readonly call: CallView; readonly line: LineView }) {
  const { call, line } = props;
  const leg = useLeg(call.id);
  if (!isOnNetwork(line.kind) || leg === null || leg.state === 'ringing') return null;
  return (
    <>
      <MuteButton callId={call.id} isMuted={leg.isMuted} />
      <HoldButton call={call} />
      <Keypad callId={call.id} />
      <BringIn call={call} line={line} />
      {line.isRecorded && call.recording !== 'stopped' ? <RecordButton call={call} /> : null}
    </>
  );
}

export function MuteButton(props: { readonly callId: string; readonly isMuted: boolean }) {
  const { conversation: words } = useMessages();
  const softphone = useSoftphone();
  const mute = (isMuted: boolean) => softphone?.mute(props.callId, isMuted);
  useHeadsetPress('mute', () => mute(true));
  useHeadsetPress('unmute', () => mute(false));
  return (
    <ToggleButton
      size="call"
      icon={props.isMuted ? 'microphone-off' : 'microphone'}
      shortcut="Alt+M"
      isSelected={props.isMuted}
      onChange={mute}
    >
      {words.mute}
    </ToggleButton>
  );
}

function HoldButton({ call }: { readonly call: CallView }) {
  const { conversation: words } = useMessages();
  const { act } = useDesk();
  const isOnline = useIsOnline();
  const isHeld = call.heldSince !== null;
  const hold = () => {
    if (isOnline) void act('call.hold', { callId: call.id, isHeld: !isHeld });
  };
  useGlobalKey('hold', words.hold, hold);
  useHeadsetPress('flash', hold);
  return (
    <Button
      size="call"
      icon={isHeld ? 'phone' : 'hold'}
      shortcut="Alt+A"
      isDisabled={!isOnline}
      {...(isHeld ? { variant: 'primary' } : {})}
      onPress={hold}
    >
      {isHeld ? words.resume : words.hold}
    </Button>
  );
}

/** One at a time. Somebody who comes or goes meanwhile does not take away what is being written. */
function BringIn(props: { readonly call: CallView; readonly line: LineView }) {
  const { conversation: words } = useMessages();
  const isOnline = useIsOnline();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {props.call.parties.length > 0 ? null : (
        <Button
          size="call"
          icon="transfer"
          shortcut="Alt+T"
          isDisabled={!isOnline}
          onPress={() => setOpen(true)}
        >
          {words.bringIn}
        </Button>
      )}
      {isOpen ? <BringInDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** One key: before a password is said, and after. */
function RecordButton({ call }: { readonly call: CallView }) {
  const { conversation } = useMessages();
  const { record: words } = conversation;
  const { act } = useDesk();
  const isOnline = useIsOnline();
  const next = call.recording === null ? 'start' : call.recording === 'on' ? 'pause' : 'resume';
  return (
    <Button
      size="call"
      icon="record"
      shortcut="Alt+E"
      isDisabled={!isOnline}
      onPress={() => {
        void act('call.recording', { callId: call.id, act: next });
        announce(next === 'pause' ? words.pausedSay : words.say);
      }}
    >
      {words[next]}
    </Button>
  );
}
