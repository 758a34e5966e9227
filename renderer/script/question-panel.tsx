import { type ReactNode, useEffect, useRef } from 'react';
import type { AnswerValue, Step } from '#src/script';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from '../ui/button.tsx';
import { OneAnswer, SeveralAnswers } from './answers.tsx';
import { CommuneAnswer } from './commune-answer.tsx';
import { TextAnswer } from './text-answer.tsx';
import './question.css';

/** From so many characters on, the words are set smaller: they must stay on the screen with their answers. */
const longWords = 190;
const longBesideManyAnswers = 70;
const manyAnswers = 6;

type QuestionProps = {
  readonly step: Step;
  /** What was answered before, where an earlier answer is being changed. */
  readonly before: AnswerValue | null;
  readonly onAnswer: (value: AnswerValue) => void;
  /** What stands above the answers where a venue is looked for. */
  readonly orientation: ReactNode;
};

/** The words to say in large print, and the answers that lead on from there. */
export function QuestionPanel(
  props: QuestionProps & {
    readonly isRevising: boolean;
    readonly onFollow: () => void;
    /** What stands under the answers: the summary of the call at its end. */
    readonly children?: ReactNode;
  },
) {
  const { call } = useMessages();
  const { step } = props;
  return (
    <section className="panel ask-panel" aria-label={call.ask.label}>
      <div className="ask">
        <p className="eyebrow">
          {step.kind === 'outcome' ? call.ask.lastWords : call.ask.toSay}
          <span className="end">
            {props.isRevising ? (
              <FollowButton onFollow={props.onFollow} />
            ) : (
              <Remaining step={step} />
            )}
          </span>
        </p>
        <Words
          key={step.question}
          text={step.say}
          isLong={isLong(step)}
          isTypedNext={isTyped(step)}
        />
        {step.help === null ? null : (
          <p className={step.help.includes('\n') ? 'ask-help ask-help-lines' : 'ask-help'}>
            <b>{call.ask.toKnow}</b> {step.help}
          </p>
        )}
      </div>
      <Answers key={step.question} {...props} />
      {props.children}
    </section>
  );
}

/** Answers that are typed: their field has the focus, not the words. */
function isTyped({ kind }: Step): boolean {
  return kind === 'text' || kind === 'number' || kind === 'date' || kind === 'commune';
}

function isLong({ say, options }: Step): boolean {
  return say.length > (options.length > manyAnswers ? longBesideManyAnswers : longWords);
}

/** Takes the focus when the question changes, so that the digits answer and a screen reader reads it; never out of the notes. */
function Words(props: {
  readonly text: string;
  readonly isLong: boolean;
  readonly isTypedNext: boolean;
}) {
  const { text, isTypedNext } = props;
  const words = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isTypedNext || document.activeElement instanceof HTMLTextAreaElement) return;
    words.current?.focus({ preventScroll: true });
  }, [isTypedNext]);
  return (
    <h1
      ref={words}
      className={props.isLong ? 'words words-long' : 'words'}
      tabIndex={-1}
      aria-live="polite"
    >
      <q>{text}</q>
    </h1>
  );
}

function Remaining({ step }: { readonly step: Step }) {
  const { call } = useMessages();
  if (step.remaining === null) return step.section;
  return call.ask.remaining(step.remaining.min, step.remaining.max);
}

function FollowButton({ onFollow }: { readonly onFollow: () => void }) {
  const { call } = useMessages();
  return (
    <Button variant="quiet" shortcut="Escape" onPress={onFollow}>
      {call.ask.backToNow}
    </Button>
  );
}

function Answers({ step, before, onAnswer, orientation }: QuestionProps) {
  const one = typeof before === 'string' ? before : null;
  switch (step.kind) {
    case 'choice':
      return <OneAnswer step={step} before={one} onAnswer={onAnswer} />;
    case 'choices':
      return (
        <SeveralAnswers
          step={step}
          before={typeof before === 'string' ? [before] : (before ?? [])}
          onAnswer={onAnswer}
        />
      );
    case 'text':
    case 'number':
    case 'date':
      return <TextAnswer step={step} before={one} onAnswer={onAnswer} />;
    case 'commune':
      return <CommuneAnswer step={step} before={one} onAnswer={onAnswer} />;
    case 'instruction':
      return <WayOn step={step} onAnswer={onAnswer} />;
    case 'orientation':
      return (
        <>
          {orientation}
          <OneAnswer step={step} before={one} onAnswer={onAnswer} />
        </>
      );
    case 'outcome':
      return null;
  }
}

/** An instruction has one way on. */
function WayOn(props: { readonly step: Step; readonly onAnswer: (option: string) => void }) {
  const [option] = props.step.options;
  if (option === undefined) return null;
  return (
    <div className="ask-foot">
      <Button
        variant="primary"
        size="large"
        shortcut="Enter"
        onPress={() => props.onAnswer(option.id)}
      >
        {option.label}
      </Button>
    </div>
  );
}
