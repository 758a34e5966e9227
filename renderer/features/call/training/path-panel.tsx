import type { CompiledScript } from '#src/script';
import type { DebriefedStep, StepState } from '#src/training';
import { useMessages } from '../../../i18n/messages.tsx';
import { useSearchSets } from '../../../search/search-provider.tsx';
import { useCommunes } from '../../../search/use-places.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';

const icons: Record<StepState, IconName> = {
  'as-expected': 'check',
  different: 'transfer',
  skipped: 'minus',
  extra: 'plus',
  'not-reached': 'clock',
};

const communesOnly = ['communes'] as const;

/** Question by question: what the person's words amounted to, and what was put down. */
export function PathPanel(props: {
  readonly steps: readonly DebriefedStep[];
  readonly script: CompiledScript;
}) {
  const { training: words } = useMessages();
  const { steps } = props;
  const inWords = useCommuneWords(props);
  const same = steps.filter(({ state }) => state === 'as-expected').length;
  return (
    <div className="panel debriefing-path">
      <header className="panel-head">
        <h2>{words.path}</h2>
        {steps.length === 0 ? null : (
          <span className="small quiet">{words.count(same, steps.length)}</span>
        )}
      </header>
      {steps.length === 0 ? (
        <p className="quiet">{words.nothingAsked}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="debriefing-scroll" aria-label={words.path} tabIndex={0}>
          <table className="debriefing-table">
            <thead>
              <tr>
                <th scope="col">{words.question}</th>
                <th scope="col">{words.expected}</th>
                <th scope="col">{words.given}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <Row key={step.question} step={step} inWords={inWords} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

/** An answer in words: a commune by its name, where that is known. */
function useCommuneWords(props: {
  readonly steps: readonly DebriefedStep[];
  readonly script: CompiledScript;
}): (step: DebriefedStep, answer: string | null) => string | null {
  useSearchSets(communesOnly);
  const isCommune = ({ question }: DebriefedStep) =>
    props.script.questions.get(question)?.kind === 'commune';
  const codes = props.steps
    .filter(isCommune)
    .flatMap(({ answer }) => [answer.expected, answer.given])
    .filter((code) => code !== null);
  const communes = useCommunes(codes);
  return (step, answer) =>
    (isCommune(step) ? communes.find(({ code }) => code === answer)?.name : null) ?? answer;
}

function Row(props: {
  readonly step: DebriefedStep;
  readonly inWords: (step: DebriefedStep, answer: string | null) => string | null;
}) {
  const { training: words } = useMessages();
  const { step, inWords } = props;
  const { state, answer } = step;
  const isTold = state !== 'as-expected' || step.why !== null;
  return (
    <tr className={`debriefing-${state}`}>
      <th scope="row">
        <Icon name={icons[state]} />
        <div>
          {step.title}
          {state === 'as-expected' ? (
            <span className="visually-hidden">, {words.states[state]}</span>
          ) : (
            <span className="debriefing-state">{words.states[state]}</span>
          )}
          {isTold ? <p className="debriefing-says">{words.says(step.says)}</p> : null}
          {step.why === null ? null : <p className="debriefing-why">{step.why}</p>}
        </div>
      </th>
      <td>{inWords(step, answer.expected) ?? '–'}</td>
      <td>{inWords(step, answer.given) ?? '–'}</td>
    </tr>
  );
}
