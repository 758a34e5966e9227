import { useEffect, useEffectEvent, useState } from 'react';
import type { CallView, LineView, ScriptRef } from '#src/contract';
import { type CompiledScript, runScript, type ScriptRun } from '#src/script';
import { useGlobalKey } from '../../../desktop/global-key.ts';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { RecordingsOfCall } from '../../../recordings/recordings-of-call.tsx';
import { WayBack } from '../../../script/way-back.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { useLineScript } from '../../../storage/reference.ts';
import { useHeadsetPress } from '../../../telephony/headset-context.tsx';
import { useSoftphone } from '../../../telephony/softphone-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LoadingState } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { WaitingRequest } from '../call-back/waiting-request.tsx';
import { maybePeople } from '../people/person-draft.ts';
import { useLeg } from '../voices/use-leg.ts';
import { EarlierCalls } from './earlier-calls.tsx';
import './incoming.css';

/** A call that rings at this desk: who may be calling, for whom the line is, and the first words. */
export function IncomingCall(props: { readonly call: CallView; readonly line: LineView | null }) {
  const { call: words, conversation } = useMessages();
  const { act } = useDesk();
  const { call, line } = props;
  const script = useLineScript(line?.scriptId ?? null);
  const run = script === null ? null : runScript(script, []);
  const firstWords = run?.current.say ?? null;

  // Pressed before the script has come, the key is not lost.
  const [isTaken, setTaken] = useState(false);
  const answer = useEffectEvent((reference: ScriptRef) => {
    void act('call.answer', { callId: call.id, script: reference });
  });
  useEffect(() => {
    if (isTaken && script !== null) answer(script.reference);
  }, [isTaken, script]);
  const softphone = useSoftphone();
  const legState = useLeg(call.id)?.state;
  const join = useEffectEvent(() => void softphone?.answer(call.id));
  useEffect(() => {
    // The hub may tell of the call before the network brings it.
    if (isTaken && legState === 'ringing') join();
  }, [isTaken, legState]);
  const title = call.askedBackAt === null ? words.incoming.title : words.incoming.callBack;
  const leave = () => act('call.leave', { callId: call.id });
  const take = () => setTaken(true);
  useGlobalKey('answer', words.incoming.answer, take);
  useHeadsetPress('off-hook', take);

  return (
    <div className="incoming">
      {script === null || run === null ? <div /> : <ToCome script={script} run={run} />}
      <div className="incoming-main">
        <section className="panel incoming-card" aria-label={words.incoming.title}>
          <Tag tone="signal" icon="phone">
            {call.heldSince === null ? title : conversation.passedOn}
          </Tag>
          <CallerGuess call={call} />
          <LineFacts line={line} scriptTitle={script?.title ?? null} />
          <div className="incoming-actions">
            <Button
              variant="primary"
              size="large"
              icon="phone"
              shortcut="Enter"
              isPending={isTaken}
              onPress={take}
              autoFocus
            >
              {words.incoming.answer}
            </Button>
            <Button size="large" icon="transfer" shortcut="Escape" onPress={() => void leave()}>
              {words.incoming.leave}
            </Button>
          </div>
          <p className="quiet">{words.incoming.leaveHelp}</p>
        </section>
        <Panel title={words.incoming.firstWords}>
          {firstWords === null ? (
            <LoadingState label={words.incoming.loadingScript} />
          ) : (
            <p className="incoming-words">
              <q>{firstWords}</q>
            </p>
          )}
        </Panel>
      </div>
      <aside className="incoming-side">
        <RecordingsOfCall call={call} />
        <WaitingRequest call={call} />
        <EarlierCalls earlier={call.earlier} isWithheld={call.number === null} />
      </aside>
    </div>
  );
}

/** The way that the call will take, before its first stop. */
function ToCome(props: { readonly script: CompiledScript; readonly run: ScriptRun }) {
  return (
    <WayBack
      {...props}
      shown={props.run.current.question}
      aside={[]}
      inWords={String}
      onRevise={() => undefined}
    />
  );
}

function CallerGuess({ call }: { readonly call: CallView }) {
  const { call: words } = useMessages();
  const format = useFormat();
  if (call.number === null) {
    return (
      <>
        <h1 className="incoming-number">{words.withheld}</h1>
        <p className="incoming-maybe">{words.incoming.withheldSays}</p>
      </>
    );
  }
  const names = maybePeople(call.earlier).map(({ name }) => name);
  return (
    <>
      <h1 className="incoming-number">{format.phone(call.number)}</h1>
      <p className="incoming-maybe">{guess(names, call.earlier.length)}</p>
    </>
  );

  function guess(people: readonly string[], calls: number): string {
    if (calls === 0) return words.incoming.first;
    if (people.length === 0) return words.incoming.known(calls);
    return words.incoming.maybe(people);
  }
}

function LineFacts(props: { readonly line: LineView | null; readonly scriptTitle: string | null }) {
  const { call: words } = useMessages();
  const { line } = props;
  if (line === null) return null;
  return (
    <dl className="incoming-facts">
      <dt>{words.incoming.line}</dt>
      <dd>{line.name}</dd>
      <dt>{words.incoming.sponsor}</dt>
      <dd>{line.sponsorName}</dd>
      <dt>{words.incoming.territory}</dt>
      <dd>{line.territoryName}</dd>
      {props.scriptTitle === null ? null : (
        <>
          <dt>{words.incoming.script}</dt>
          <dd>{props.scriptTitle}</dd>
        </>
      )}
    </dl>
  );
}
