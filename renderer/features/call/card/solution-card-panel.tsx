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
        {card.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="solution-else">
        <b>{words.card.ifNotWorking}</b> {card.ifNotWorking}
      </p>
      <p className="small quiet">
        <a href={card.source} target="_blank" rel="noreferrer">
          <Icon name="link" />
          {new URL(card.source).host}
          <span className="visually-hidden">, {words.card.opensOutside}</span>
        </a>{' '}
        {card.checkedOn === null ? null : words.card.checkedOn(format.shortDay(card.checkedOn))}
      </p>
    </section>
  );
}
