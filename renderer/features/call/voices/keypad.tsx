import { useEffect, useEffectEvent, useId, useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useMessages } from '../../../i18n/messages.tsx';
import { useSoftphone } from '../../../telephony/softphone-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

const opens = 'Alt+C';

/** The key of a telephone that a press of the keyboard is: digits by their place, as everywhere at the desk. */
function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | null {
  const written = key === '*' || key === '#' ? key : null;
  return written ?? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null;
}

/** For the machine at the other end that wants a key pressed. */
export function Keypad({ callId }: { readonly callId: string }) {
  const { conversation } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const titleId = useId();
  useShortcut(opens, conversation.keypad, () => setOpen(true));
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="call" icon="keypad" shortcut={opens}>
        {conversation.keypad}
      </Button>
      <Popover className="popover keypad" placement="bottom end" aria-labelledby={titleId}>
        <h2 id={titleId} className="visually-hidden">
          {conversation.pad.title}
        </h2>
        <Pad callId={callId} />
      </Popover>
    </DialogTrigger>
  );
}

function Pad({ callId }: { readonly callId: string }) {
  const { conversation } = useMessages();
  const { pad: words } = conversation;
  const softphone = useSoftphone();
  const [sent, setSent] = useState('');
  const send = (key: string) => {
    softphone?.sendDigits(callId, key);
    setSent((before) => before + key);
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = event.altKey || event.ctrlKey || event.metaKey ? null : keyOf(event);
    if (key === null || event.repeat) return;
    // Or it would answer the script.
    event.stopPropagation();
    event.preventDefault();
    send(key);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener, { capture: true });
    return () => document.removeEventListener('keydown', listener, { capture: true });
  }, []);
  return (
    <div className="keypad-body">
      <p className="keypad-sent num" role="status" aria-label={words.sent}>
        {sent === '' ? <span className="quiet">{words.none}</span> : sent}
      </p>
      <div className="keypad-keys">
        {keys.map((key) => (
          <Button key={key} size="call" onPress={() => send(key)}>
            {key}
          </Button>
        ))}
      </div>
      <p className="small quiet">{words.help}</p>
    </div>
  );
}
