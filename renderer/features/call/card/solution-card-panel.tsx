import type { SolutionCard } from '#src/script';
import { useFormat, useMessages } from '../../../i18n/messages.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './solution-card.css';

/** A quick fix to try together, one gesture at a time, each said aloud. */
export function SolutionCardPanel({ card }: { readonly card: SolutionCard }) {
  const { call: words } = useMessages();
  const format = useFormat();
  return (
    <section className="panel solution" aria-label={words.card.title}>
      <p className="eyebrow">
        {words.card.title} · {card.theme}
      </p>
      <h2>{card.title}</h2>
      <p className="solution-say">{card.say}</p>
      <ol className="solution-steps">
        {card.steps.map(({ say, check }) => (
          <li key={say}>
            <span>
              {say} <em className="solution-check">{check}</em>
            </span>
          </li>
        ))}
      </ol>
      <p className="solution-else">
        <b>{words.card.ifNotWorking}</b> {card.ifNotWorking}
      </p>
      <p className="solution-else">
        <b>{words.card.stopWhen}</b> {card.stopWhen}
      </p>
      <div className="solution-never">
        <b>{words.card.never}</b>
        <ul>
          {card.never.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </div>
      <p className="small quiet">
        <a href={card.source} target="_blank" rel="noreferrer">
          <Icon name="link" />
          {new URL(card.source).host}
          <span className="visually-hidden">, {words.card.opensOutside}</span>
        </a>{' '}
        {card.checkedOn === null
          ? words.card.notChecked
          : words.card.checkedOn(format.shortDay(card.checkedOn))}
      </p>
    </section>
  );
}
