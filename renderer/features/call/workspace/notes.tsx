import { useRef } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import type { Note } from './use-note.ts';

const longestNote = 5000;

type NotesProps = {
  readonly note: Note;
  /** The person agreed to nothing being kept of who they are: the note is kept all the same. */
  readonly isNameless: boolean;
};

/** The notes of a call. Escape gives the keys back to the script. */
export function Notes({ note, isNameless }: NotesProps) {
  const { call: words } = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut('Alt+N', words.notes.label, () => field.current?.focus());
  return (
    <div className="panel call-notes">
      <label className="eyebrow" htmlFor="call-notes">
        {words.notes.label} <Kbd combination="Alt+N" />
        <span className="end">{isNameless ? words.notes.nameless : words.notes.help}</span>
      </label>
      <textarea
        ref={field}
        id="call-notes"
        spellCheck
        maxLength={longestNote}
        placeholder={words.notes.placeholder}
        value={note.text}
        onChange={(event) => note.write(event.target.value)}
        onBlur={() => void note.flush()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </div>
  );
}
