import { useMachine } from '@xstate/react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DistanceModel } from '#src/distance';
import {
  compileScript,
  type LoggedAnswer,
  runScript,
  type ScriptDocument,
  type SolutionCard,
} from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { QuestionPanel } from '../../../script/question-panel.tsx';
import { shownQuestionMachine } from '../../../script/shown-question.machine.ts';
import { answersAside, isSameAnswer, questionBefore, stepShown } from '../../../script/way.ts';
import { WayBack } from '../../../script/way-back.tsx';
import { useSearchSets } from '../../../search/search-provider.tsx';
import { useCommuneName } from '../../../search/use-places.ts';
import { Button } from '../../../ui/button.tsx';
import { drawnScript } from '../graph/drawn-script.ts';
import { wayThrough } from '../graph/way-through.ts';
import { answered, nodesSaid, type TriedAnswer, triedAnswers } from './trial.ts';
import { TryEnd } from './try-end.tsx';
import { TrySoFar } from './try-so-far.tsx';
import './try.css';

const communesOnly = ['communes'] as const;

/** Walks an edited script as a call: the same words, the same keys. Nothing of it is recorded. */
export function TryScript(props: {
  /** Linked, and without an error. */
  readonly document: ScriptDocument;
  readonly models: readonly DistanceModel[];
  readonly cards: readonly SolutionCard[];
  /** The nodes passed so far, in order, and the one that is asked. */
  readonly onPass: (passed: readonly string[], current: string) => void;
  /** Keeps the trial as an example: its answers, and the outcome's node. */
  readonly onKeep?: (answers: readonly TriedAnswer[], outcome: string) => void;
  readonly onLeave: () => void;
}) {
  const messages = useMessages();
  const { trial } = messages.scriptsGraph;
  const { document, models, onKeep } = props;
  const script = useMemo(() => compileScript(document, models), [document, models]);
  const drawn = useMemo(() => drawnScript(document, messages), [document, messages]);
  const [answers, setAnswers] = useState<readonly LoggedAnswer[]>([]);
  const run = useMemo(() => runScript(script, answers), [script, answers]);
  const [view, send] = useMachine(shownQuestionMachine);
  const step = stepShown(script, run, view.context.question);
  const before = run.path.find(({ question }) => question === step.question)?.value ?? null;
  const previous = questionBefore(run.path, step.question);
  useSearchSets(communesOnly);
  const communeName = useCommuneName(run.facts.communeCode);
  const inWords = (said: string) => (said === run.facts.communeCode ? (communeName ?? said) : said);

  const pass = useEffectEvent(() => {
    const way = wayThrough(drawn, nodesSaid(run));
    props.onPass(way.slice(0, -1), way.at(-1) ?? drawn.start);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again whenever the call goes on
  useEffect(() => pass(), [run]);

  const top = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is read from its first word
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
  }, [step.question]);

  const follow = () => send({ type: 'follow' });
  const revise = (question: string) =>
    question === run.current.question ? follow() : send({ type: 'revise', question });
  return (
    <div className="try" ref={top}>
      <div className="actions">
        <Button
          variant="quiet"
          icon="reload"
          isDisabled={answers.length === 0}
          onPress={() => {
            setAnswers([]);
            follow();
          }}
        >
          {trial.again}
        </Button>
        <Button variant="quiet" icon="close" onPress={props.onLeave}>
          {trial.leave}
        </Button>
      </div>
      <QuestionPanel
        step={step}
        before={before}
        isRevising={step.question !== run.current.question}
        onAnswer={(value) => {
          follow();
          if (!isSameAnswer(value, before)) setAnswers(answered(answers, step.question, value));
        }}
        onFollow={follow}
        orientation={<p className="ask-foot small quiet">{trial.orientation}</p>}
      >
        {run.outcome === null || step.kind !== 'outcome' ? null : (
          <TryEnd
            outcome={run.outcome}
            onKeep={
              onKeep === undefined
                ? null
                : () => onKeep(triedAnswers(script, run), run.current.question)
            }
          />
        )}
      </QuestionPanel>
      <Button
        variant="quiet"
        icon="back"
        shortcut="Backspace"
        isDisabled={previous === null}
        onPress={() => {
          if (previous !== null) revise(previous);
        }}
      >
        {messages.call.ask.previous}
      </Button>
      <TrySoFar script={script} run={run} cards={props.cards} inWords={inWords} />
      <WayBack
        script={script}
        run={run}
        shown={step.question}
        aside={answersAside(script, run)}
        inWords={inWords}
        onRevise={revise}
      />
    </div>
  );
}
