import { useEffect, useEffectEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type CallView, type Colleague, colleagueList, type LineView } from '#src/contract';
import {
  err,
  isFreeShortNumber,
  mayBeBroughtIn,
  ok,
  type PhoneRegion,
  parsePhone,
  type Result,
} from '#src/kernel';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { useRead } from '../../../storage/use-read.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LoadingState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { phoneRegionOfLine } from '../phone-region.ts';
import { useLeaveToColleague } from './use-leave-to-colleague.ts';

/** How often it is asked who is free, while somebody chooses. */
const freshMs = 4000;

/** `name`: of the colleague, as the list has it. */
type Whom = { readonly adviserId: string; readonly name: string } | { readonly number: string };

const partyOf = (whom: Whom) =>
  'adviserId' in whom ? { adviserId: whom.adviserId } : { number: whom.number };

/** Whom to bring into the call, and how: spoken to first, added, or left with it. */
export function BringInDialog(props: {
  readonly call: CallView;
  readonly line: LineView;
  readonly onClose: () => void;
}) {
  const { conversation } = useMessages();
  const { choose: words } = conversation;
  const { call, onClose } = props;
  const { act, session } = useDesk();
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<'whom' | NumberProblem | null>(null);

  const readWhom = (): Whom | null => {
    if (number.trim() === '') {
      if (chosen === null) setProblem('whom');
      return chosen === null ? null : { adviserId: chosen.id, name: chosen.name };
    }
    const read = readNumber(number, phoneRegionOfLine(props.line, session.territories));
    if (!read.ok) setProblem(read.error);
    return read.ok ? { number: read.value } : null;
  };
  const hold = async () => {
    if (call.heldSince === null) await act('call.hold', { callId: call.id, isHeld: true });
  };
  const add = async (whom: Whom) => {
    const partyId = uuidv7();
    await act('call.add-party', { callId: call.id, partyId, party: partyOf(whom) });
    return partyId;
  };
  const leave = useLeaveToColleague();
  const pass = async (whom: Whom) => {
    if ('number' in whom) {
      const partyId = await add(whom);
      await act('call.transfer', { callId: call.id, to: { partyId } });
      return;
    }
    await act('call.transfer', { callId: call.id, to: { adviserId: whom.adviserId } });
    leave(whom.name);
  };
  const withWhom = (bring: (whom: Whom) => Promise<unknown>) => () => {
    const whom = readWhom();
    if (whom === null) return;
    onClose();
    void bring(whom);
  };
  const talkFirst = withWhom(async (whom) => {
    await hold();
    await add(whom);
  });

  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button shortcut="Alt+P" description={words.passSays} onPress={withWhom(pass)}>
            {words.pass}
          </Button>
          <Button shortcut="Alt+J" onPress={withWhom(add)}>
            {words.together}
          </Button>
          <Button
            variant="primary"
            size="call"
            shortcut="Enter"
            description={words.talkFirstSays}
            onPress={talkFirst}
          >
            {words.talkFirst}
          </Button>
        </>
      }
    >
      <form
        className="bring-in"
        onSubmit={(event) => {
          event.preventDefault();
          talkFirst();
        }}
      >
        <Colleagues
          chosen={number.trim() === '' ? (chosen?.id ?? null) : null}
          onChoose={(colleague) => {
            setChosen(colleague);
            setNumber('');
            setProblem(null);
          }}
        />
        <TextField
          label={words.number}
          help={words.numberHelp}
          type="tel"
          value={number}
          onChange={(typed) => {
            setNumber(typed);
            setProblem(null);
          }}
          error={problem === null || problem === 'whom' ? undefined : words[problem]}
        />
        <p className={problem === 'whom' ? 'field-error' : 'small quiet'} role="status">
          {problem === 'whom' ? words.whom : words.passSays}
        </p>
      </form>
    </Dialog>
  );
}

type NumberProblem = 'badNumber' | 'numberNotAllowed';

/** TE-38: a number that may be brought in, as it is written in the call. */
function readNumber(text: string, region: PhoneRegion): Result<string, NumberProblem> {
  const short = text.replace(/[\s.]/g, '');
  if (isFreeShortNumber(short)) return ok(short);
  const read = parsePhone(text, region);
  if (!read.ok) return err(read.error.code === 'short-code' ? 'numberNotAllowed' : 'badNumber');
  return mayBeBroughtIn(read.value.e164) ? ok(read.value.e164) : err('numberNotAllowed');
}

/** Each with a digit: the list is read again while it is open, since who is free changes. */
function Colleagues(props: {
  readonly chosen: string | null;
  readonly onChoose: (colleague: Colleague) => void;
}) {
  const { conversation } = useMessages();
  const { choose: words } = conversation;
  const { value, failure, readAgain } = useRead('/api/colleagues', colleagueList);
  const refresh = useEffectEvent(readAgain);
  useEffect(() => {
    const again = setInterval(() => refresh(), freshMs);
    return () => clearInterval(again);
  }, []);
  if (value === null) {
    return failure === null ? <LoadingState label={words.loading} /> : <p>{words.failed}</p>;
  }
  const free = value.colleagues.filter(({ state }) => state === 'free');
  // Who is away is no choice, and there are many of them.
  const others = value.colleagues.filter(({ state }) => state !== 'free' && state !== 'off');
  const inWords = ({ name, state }: Colleague) => words.named(name, words.states[state]);
  return (
    <div>
      {free.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <RadioGroup
          label={words.colleague}
          value={props.chosen}
          onChange={(chosen) => {
            const colleague = free.find(({ id }) => id === chosen);
            if (colleague !== undefined) props.onChoose(colleague);
          }}
          options={free.map(({ id, name }, index) => ({
            id,
            label: name,
            ...(index < 9 ? { shortcut: `Digit${index + 1}` } : {}),
          }))}
        />
      )}
      {others.length === 0 ? null : (
        <p className="small quiet">{words.busy(others.map(inWords).join(', '))}</p>
      )}
    </div>
  );
}
