import { useState } from 'react';
import type { Persona } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import './training.css';

/** What the person who is played says now. Only on the training line; it can be put away to play with a colleague. */
export function PersonaPanel(props: { readonly persona: Persona; readonly question: string }) {
  const { call: words } = useMessages();
  const [isShown, setShown] = useState(true);
  const { persona, question } = props;
  const { says } = persona.answers[question] ?? persona.default;
  return (
    <section className="persona" aria-label={words.persona.title}>
      <header>
        <h2>{words.persona.title}</h2>
        <Tag tone="signal">{words.training}</Tag>
        <Button variant="quiet" onPress={() => setShown(!isShown)}>
          {isShown ? words.persona.hide : words.persona.show}
        </Button>
      </header>
      {isShown ? (
        <p className="persona-words" aria-live="polite">
          <q>{says}</q>
        </p>
      ) : null}
    </section>
  );
}
