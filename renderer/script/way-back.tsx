import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CompiledScript, ScriptRun } from '#src/script';
import { useMessages } from '../i18n/messages.tsx';
import { type AnswerAside, type Stop, waySections } from './way.ts';
import './way-back.css';

/** The answers so far, each one a press away from being changed, and the sections still to come. */
export function WayBack(props: {
  readonly script: CompiledScript;
  readonly run: ScriptRun;
  readonly shown: string;
  readonly aside: readonly AnswerAside[];
  /** An answer in words, where it is not the script's own (a commune's name). */
  readonly inWords: (answer: string) => string;
  readonly onRevise: (question: string) => void;
}) {
  const { call } = useMessages();
  const { run } = props;
  const revise = useLatest(props.onRevise);
  return (
    <nav className="way" aria-label={call.way.label}>
      <h2>
        {call.way.title}
        <span className="small quiet">{call.way.count(run.path.length)}</span>
      </h2>
      {waySections(props.script, run, props.shown).map((section) => (
        <section key={section.id} className="way-section">
          <h3>{section.title}</h3>
          <ol>
            {section.stops.map((stop) => (
              <WayStop
                key={stop.question}
                question={stop.question}
                title={stop.title}
                answer={stop.answer === null ? null : props.inWords(stop.answer)}
                isShown={stop.isShown}
                onRevise={revise}
              />
            ))}
          </ol>
        </section>
      ))}
      <ol>
        {run.ahead.map((title) => (
          <li key={title} className="way-ahead">
            {title}
          </li>
        ))}
      </ol>
      {props.aside.length === 0 ? null : <SetAside answers={props.aside} />}
    </nav>
  );
}

/** The same function at each drawing, which does what the latest one given does. */
function useLatest(act: (question: string) => void): (question: string) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  }, [act]);
  return useCallback((question) => latest.current(question), []);
}

/** Drawn again only where it says something else: the way is long at the end of a call, and an answer adds one stop. */
const WayStop = memo(function WayStop(
  props: Stop & { readonly onRevise: (question: string) => void },
) {
  const { call } = useMessages();
  const { question, title, answer, isShown } = props;
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) revealInWay(here.current);
  }, [isShown]);
  const words = (
    <>
      <span className="way-question">{title}</span>
      {answer === null ? null : (
        <>
          <span className="visually-hidden"> : </span>
          <span className="way-answer">{answer}</span>
        </>
      )}
    </>
  );
  if (isShown) {
    return (
      <li ref={here} className="way-stop way-stop-now">
        <span className="way-stop-here" aria-current="step">
          {words}
        </span>
      </li>
    );
  }
  return (
    <li className="way-stop">
      <AriaButton
        className="way-stop-button"
        aria-description={call.way.change}
        onPress={() => props.onRevise(question)}
      >
        {words}
      </AriaButton>
    </li>
  );
});

/** How much of the way is kept in view before and after a stop, in pixels. */
const around = 80;

/** Scrolls the way alone: what stands beside it stays where it is. */
function revealInWay(stop: HTMLElement | null): void {
  const way = stop?.closest('.way');
  if (stop === null || way === null || way === undefined) return;
  const [own, all] = [stop.getBoundingClientRect(), way.getBoundingClientRect()];
  const before = own.top - around - all.top;
  const after = own.bottom + around - all.bottom;
  if (before < 0) way.scrollBy(0, before);
  else if (after > 0) way.scrollBy(0, after);
}

function SetAside({ answers }: { readonly answers: readonly AnswerAside[] }) {
  const { call } = useMessages();
  return (
    <section className="way-aside" aria-label={call.way.setAside}>
      <h3>{call.way.setAside}</h3>
      <ul>
        {answers.map(({ question, title, answer }) => (
          <li key={question}>
            <span>{title}</span>
            <s>{answer}</s>
          </li>
        ))}
      </ul>
      <p>{call.way.setAsideHelp}</p>
    </section>
  );
}
