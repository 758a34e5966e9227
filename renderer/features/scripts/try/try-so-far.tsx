import type { CompiledScript, ScriptRun, SolutionCard } from '#src/script';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { LevelMark } from '../../../ui/level-mark.tsx';
import { factsGathered, levelsSoFar, secondsSaid } from './trial.ts';

/** What the call knows by now, and how long it took to say. */
export function TrySoFar(props: {
  readonly script: CompiledScript;
  readonly run: ScriptRun;
  readonly cards: readonly SolutionCard[];
  readonly inWords: (said: string) => string;
}) {
  const { scripts, scriptsGraph } = useMessages();
  const format = useFormat();
  const { trial } = scriptsGraph;
  const { script, run } = props;
  const levels = levelsSoFar(script, run);
  const card = props.cards.find(({ id }) => id === run.facts.card);
  const names: Readonly<Record<string, string>> = scripts.form.facts;
  return (
    <section className="try-so-far" aria-label={trial.soFar}>
      <h2>{trial.soFar}</h2>
      <dl>
        <dt>{trial.time}</dt>
        <dd className="num">{format.stopwatch(secondsSaid(script, run))}</dd>
        {levels.length === 0 ? null : (
          <>
            <dt>{levels.length === 1 ? trial.level : trial.levels}</dt>
            <dd className="try-levels">
              {levels.map((level) => (
                <LevelMark key={level} level={level} short={levels.length > 1} />
              ))}
            </dd>
          </>
        )}
        {factsGathered(script, run).map(({ fact, answer }) => (
          <div key={fact}>
            <dt>{names[fact] ?? fact}</dt>
            <dd>{props.inWords(answer)}</dd>
          </div>
        ))}
        {card === undefined ? null : (
          <>
            <dt>{trial.card}</dt>
            <dd>{card.title}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
