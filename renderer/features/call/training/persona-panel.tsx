import { useState } from 'react';
import { type Persona, replyTo } from '#src/training';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import './training.css';

/** What the person who is played says now. Only on the training line; it can be put away to play with a colleague. */
export function PersonaPanel(props: {
  readonly persona: Persona;
  readonly question: string;
  /** Nothing was asked yet: the person says why they call. */
  readonly isFirst: boolean;
}) {
  const { call: words } = useMessages();
  const [isShown, setShown] = useState(true);
  const { persona, question } = props;
  const { says } = replyTo(persona, question);
  const heard = props.isFirst ? `${persona.opening} ${says}` : says;
  return (
    <section className="persona" aria-label={words.persona.title}>
      <Tag tone="signal">{words.training}</Tag>
      <p className="persona-words" aria-live="polite">
        {words.persona.title} {isShown ? <q>{heard}</q> : '…'}
      </p>
      <Button variant="quiet" onPress={() => setShown(!isShown)}>
        {isShown ? words.persona.hide : words.persona.show}
      </Button>
    </section>
  );
}
