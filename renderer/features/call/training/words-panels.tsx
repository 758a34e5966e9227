import type { Debriefing } from '#src/training';
import { useMessages } from '../../../i18n/messages.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';

/** What hurts or loses this person, and what to say instead. */
export function WordsPanel({ avoid }: { readonly avoid: Debriefing['avoid'] }) {
  const { training: words } = useMessages();
  return (
    <Panel title={words.avoid}>
      <ul className="debriefing-list">
        {avoid.map((avoided) => (
          <li key={avoided.words}>
            <span className="quiet">{words.insteadOf}</span> <q>{avoided.words}</q>{' '}
            {avoided.isInNote ? <Tag tone="signal">{words.inNote}</Tag> : null}{' '}
            <span className="quiet">{words.sayInstead}</span> <q>{avoided.instead}</q>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What came up in passing and was worth a note, beside the note that was written. */
export function NotePanel(props: { readonly facts: readonly string[]; readonly note: string }) {
  const { training: words } = useMessages();
  return (
    <Panel title={words.notes}>
      <ul className="debriefing-list debriefing-facts">
        {props.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <h3 className="small">{words.yourNote}</h3>
      {props.note.trim() === '' ? (
        <p className="quiet">{words.noNote}</p>
      ) : (
        <p className="debriefing-note">{props.note}</p>
      )}
    </Panel>
  );
}
