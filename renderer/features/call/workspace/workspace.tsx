import { useMachine } from '@xstate/react';
import { useMemo, useState } from 'react';
import { type AnswerValue, distanceSoFar, runScript } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { RecordingsOfCall } from '../../../recordings/recordings-of-call.tsx';
import { QuestionPanel } from '../../../script/question-panel.tsx';
import { shownQuestionMachine } from '../../../script/shown-question.machine.ts';
import {
  answersAside,
  isSameAnswer,
  obstaclesInWords,
  questionBefore,
  stepShown,
  withoutReferring,
} from '../../../script/way.ts';
import { WayBack } from '../../../script/way-back.tsx';
import { useSearchSets } from '../../../search/search-provider.tsx';
import { useCommuneName } from '../../../search/use-places.ts';
import { type LocalCall, useDesk, useEntities } from '../../../storage/desk.tsx';
import { type ScriptKit, usePersonas } from '../../../storage/reference.ts';
import { CallBackDialog } from '../call-back/call-back-dialog.tsx';
import { CallingBack } from '../call-back/calling-back.tsx';
import { placeOfCall } from '../call-back/place-of-call.ts';
import { useCallBack } from '../call-back/use-call-back.ts';
import { WaitingRequest } from '../call-back/waiting-request.tsx';
import { FindCard } from '../card/find-card.tsx';
import { SolutionCardPanel } from '../card/solution-card-panel.tsx';
import { DistancePanel } from '../distance/distance-panel.tsx';
import { PersonCard } from '../people/person-card.tsx';
import { phoneRegionOfLine } from '../phone-region.ts';
import { PersonaPanel } from '../training/persona-panel.tsx';
import { CallEnd } from './call-end.tsx';
import { CallerLeft } from './caller-left.tsx';
import { ExitsDialog } from './exits-dialog.tsx';
import { Notes } from './notes.tsx';
import { OrientationAnswer } from './orientation-answer.tsx';
import { StepTools } from './step-tools.tsx';
import { outcomeOf } from './summary.tsx';
import { useEnd } from './use-end.ts';
import { useNote } from './use-note.ts';

const communesOnly = ['communes'] as const;

/** A card that the adviser opened, beside the one that the script had chosen then: another answer closes it. */
type OpenedCard = { readonly id: string; readonly besides: string | null };

/** One call under way: the way so far, what to say, who and how far. The answer log is the truth of it all. */
export function Workspace(props: { readonly local: LocalCall; readonly kit: ScriptKit }) {
  const { call: words } = useMessages();
  const { session, act } = useDesk();
  const { local, kit } = props;
  const { call } = local;
  const { script } = kit;
  const run = useMemo(() => runScript(script, local.answers), [script, local.answers]);
  const distance = useMemo(() => distanceSoFar(script, run), [script, run]);
  const [view, send] = useMachine(shownQuestionMachine);
  const shown = stepShown(script, run, view.context.question);
  const before = run.path.find(({ question }) => question === shown.question)?.value ?? null;
  const previous = questionBefore(run.path, shown.question);
  // Read from the start: the communes must be there when the question comes.
  useSearchSets(communesOnly);
  const communeName = useCommuneName(run.facts.communeCode);
  const persona = usePersonas()?.find(({ id }) => id === call.personaId);
  const referral = useEntities('referral')?.find(({ callId }) => callId === call.id) ?? null;
  const step = referral === null ? withoutReferring(script, local.answers, shown) : shown;
  const line = session.lines.find(({ id }) => id === call.lineId) ?? null;
  const outcome = outcomeOf(run, referral);
  const note = useNote(local);
  const end = useEnd(call, note.flush);
  const place = placeOfCall(run.facts.communeCode, line, session.territories);
  const { putOff } = useCallBack(call.id, place.zone, note.flush);
  const [leaving, setLeaving] = useState<'exits' | 'call-back' | null>(null);
  const callBack = () => setLeaving('call-back');
  const [isFinding, setFinding] = useState(false);
  const [opened, setOpened] = useState<OpenedCard | null>(null);
  const card = kit.cards.find(({ id }) => id === run.facts.card);
  const openCard = kit.cards.find(
    ({ id }) => id === opened?.id && opened.besides === run.facts.card,
  );
  const shownCard = openCard ?? (step.showCard ? card : undefined);
  const open = (id: string) => setOpened({ id, besides: run.facts.card });

  const follow = () => send({ type: 'follow' });
  const revise = (question: string) => {
    if (question === run.current.question) follow();
    else send({ type: 'revise', question });
  };
  const answer = (value: AnswerValue) => {
    follow();
    if (isSameAnswer(value, before)) return;
    void act('answer.record', { callId: call.id, question: step.question, value: copyOf(value) });
  };

  return (
    <div className={shownCard === undefined ? 'call-work' : 'call-work call-work-card'}>
      <WayBack
        script={script}
        run={run}
        shown={step.question}
        aside={answersAside(script, run)}
        inWords={(said) => (said === run.facts.communeCode ? (communeName ?? said) : said)}
        onRevise={revise}
      />
      <div className="call-center">
        {call.state === 'wrap-up' && call.endedBy === 'caller' ? (
          <CallerLeft
            onCut={() => void end({ kind: 'cut-off' }, words.outcomes['cut-off'])}
            onCallBack={callBack}
          />
        ) : null}
        <CallingBack local={local} line={line} place={place} flushNote={note.flush} />
        {persona === undefined || call.state !== 'live' || step.kind === 'outcome' ? null : (
          <PersonaPanel persona={persona} question={step.question} isFirst={previous === null} />
        )}
        <QuestionPanel
          orientation={<OrientationAnswer callId={call.id} />}
          step={step}
          before={before}
          isRevising={step.question !== run.current.question}
          onAnswer={answer}
          onFollow={follow}
        >
          {step.kind === 'outcome' && outcome !== null ? (
            <CallEnd
              local={local}
              run={run}
              outcome={outcome}
              referral={referral}
              communeName={communeName}
              obstacles={obstaclesInWords(script, run)}
              onClose={() => void end({ kind: 'script' }, words.outcomes[outcome])}
            />
          ) : null}
        </QuestionPanel>
        <StepTools
          isCardOpen={
            openCard === undefined && (card === undefined || step.showCard)
              ? null
              : openCard !== undefined
          }
          onCard={() =>
            openCard === undefined && card !== undefined ? open(card.id) : setOpened(null)
          }
          onFindCard={() => setFinding(true)}
          onPrevious={previous === null ? null : () => revise(previous)}
          onExits={() => setLeaving('exits')}
        />
        <Notes note={note} isNameless={run.facts.consent === false} />
      </div>
      <aside className="call-side" aria-label={words.who.side}>
        {shownCard === undefined ? null : <SolutionCardPanel card={shownCard} />}
        <PersonCard
          local={local}
          script={script}
          run={run}
          region={phoneRegionOfLine(line, session.territories)}
          communeName={communeName}
        />
        <RecordingsOfCall call={call} />
        <WaitingRequest call={call} flushNote={note.flush} />
        {distance === null ? null : (
          <DistancePanel callId={call.id} distance={distance} override={local.override} />
        )}
      </aside>
      {isFinding ? (
        <FindCard
          cards={kit.cards}
          onChoose={(id) => {
            open(id);
            setFinding(false);
          }}
          onClose={() => setFinding(false)}
        />
      ) : null}
      {leaving === 'exits' ? (
        <ExitsDialog onEnd={end} onCallBack={callBack} onClose={() => setLeaving(null)} />
      ) : null}
      {leaving === 'call-back' ? (
        <CallBackDialog
          call={call}
          place={place}
          onChoose={putOff}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </div>
  );
}

/** The contract's lists may be written to. */
function copyOf(value: AnswerValue): string | string[] {
  return typeof value === 'string' ? value : [...value];
}
