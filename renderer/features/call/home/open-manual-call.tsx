import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useLocation } from 'wouter';
import type { LineView, ScriptRef } from '#src/contract';
import { useClickedNumber } from '../../../desktop/clicked-number.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { useLineScript } from '../../../storage/reference.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { phoneRegionOfLine } from '../phone-region.ts';
import { type ManualCall, type ManualCallProblems, readManualCall } from './manual-call.ts';
import { TimeField } from './time-field.tsx';

/** A call taken on another telephone: now, or written down afterwards. */
export function OpenManualCall() {
  const { call: words } = useMessages();
  const { session } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [clicked, forgetClicked] = useClickedNumber();
  const lines = session.lines.filter(({ kind }) => kind === 'manual');
  const [first] = lines;
  if (first === undefined) return null;
  const close = () => {
    setOpen(false);
    forgetClicked();
  };
  return (
    <Panel title={words.home.enter}>
      <div className="call-home-manual">
        <p className="quiet">{words.home.enterHelp}</p>
        <Button icon="edit" shortcut="Alt+A" onPress={() => setOpen(true)}>
          {words.home.enter}
        </Button>
      </div>
      {isOpen || clicked !== null ? (
        <ManualCallDialog
          key={clicked}
          lines={lines}
          first={first}
          calledNumber={clicked ?? ''}
          onClose={close}
        />
      ) : null}
    </Panel>
  );
}

function ManualCallDialog(props: {
  readonly lines: readonly LineView[];
  readonly first: LineView;
  /** What the number is, as far as is known. */
  readonly calledNumber: string;
  readonly onClose: () => void;
}) {
  const { call: words, common } = useMessages();
  const { session, act } = useDesk();
  const [, navigate] = useLocation();
  const [line, setLine] = useState(props.first);
  const [number, setNumber] = useState(props.calledNumber);
  const [mode, setMode] = useState<'live' | 'afterwards'>('live');
  const [time, setTime] = useState('');
  const [problems, setProblems] = useState<ManualCallProblems>({});
  const script = useLineScript(line.scriptId);

  // Sent before the script has come, the form is not lost.
  const [wanted, setWanted] = useState<ManualCall | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const region = phoneRegionOfLine(line, session.territories);
    const read = readManualCall({ number, mode, time }, region, new Date().toISOString());
    setProblems(read.ok ? {} : read.error);
    if (read.ok) setWanted(read.value);
  };
  const open = useEffectEvent(async (manual: ManualCall, reference: ScriptRef) => {
    const callId = uuidv7();
    await act('call.open', { callId, lineId: line.id, mode, script: reference, ...manual });
    navigate(`/appel/${callId}`);
  });
  useEffect(() => {
    if (wanted !== null && script !== null) void open(wanted, script.reference);
  }, [wanted, script]);

  const numberProblems = {
    'not-a-phone-number': words.open.badNumber,
    'short-code': words.open.shortCode,
  };
  return (
    <Dialog title={words.open.title} onClose={props.onClose}>
      <form className="call-home-form" onSubmit={submit}>
        {props.lines.length === 1 ? null : (
          <Select
            label={words.open.line}
            value={line.id}
            onChange={(id) => setLine(props.lines.find((other) => other.id === id) ?? line)}
            options={props.lines.map(({ id, name }) => ({ id, label: name }))}
          />
        )}
        <TextField
          label={words.open.number}
          help={words.open.numberHelp}
          type="tel"
          value={number}
          onChange={setNumber}
          error={problems.number === undefined ? undefined : numberProblems[problems.number]}
          autoFocus
        />
        <RadioGroup
          label={words.open.when}
          value={mode}
          onChange={setMode}
          options={[
            { id: 'live', label: words.open.now },
            { id: 'afterwards', label: words.open.afterwards },
          ]}
        />
        {mode === 'live' ? null : (
          <TimeField
            value={time}
            onChange={setTime}
            error={problems.time === undefined ? undefined : words.open.badTime}
          />
        )}
        <footer className="dialog-actions">
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button variant="primary" size="call" type="submit" isPending={wanted !== null}>
            {words.open.start}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
