import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type ApiError, draftSaved, scriptWorkshop } from '#src/contract';
import { type ApiFailure, request } from '../../storage/api.ts';
import type { EditedScript } from './edited/edited-script.ts';
import { begun, changed, type History, redone, undone } from './edited/history.ts';
import { firstDocument, revisionOf } from './first-document.ts';
import type { Beginning, Keeping } from './kept-script.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused' | 'conflict';

/** A script that is being edited: each change is kept here at once, and at the hub a moment later. */
export type Editing = {
  readonly script: EditedScript;
  readonly revision: number;
  readonly saveState: SaveState;
  /** Why the hub did not take it, where trying again does not help by itself. */
  readonly refusal: ApiFailure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** @param place what is changed: typing on there is one change to undo */
  readonly edit: (change: (script: EditedScript) => EditedScript, place: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Saves now; the revision that the hub has then, or `null` where it does not have all of it. */
  readonly save: () => Promise<number | null>;
  /** Of two drafts: this one goes on, over the other's revision. */
  readonly keepMine: () => Promise<void>;
  /** Of two drafts: the other goes on; this one is one step back. */
  readonly takeTheirs: () => Promise<boolean>;
  /** Once the draft is published or discarded. */
  readonly forget: () => Promise<void>;
};

/** How long after the last change the hub is asked to save, and after a failure to try again. */
const delayMs = { change: 1200, retry: 8000 };

type Problem = { readonly kind: 'offline' | 'refused' | 'conflict'; readonly failure: ApiFailure };

export function useEditing(id: string, beginning: Beginning, kept: Keeping): Editing {
  const [history, setHistory] = useState(() => begun(beginning.document));
  const [saved, setSaved] = useState({
    document: beginning.isSaved ? beginning.document : null,
    revision: beginning.revision,
  });
  const [problem, setProblem] = useState<Problem | null>(
    beginning.isContested ? { kind: 'conflict', failure: contested } : null,
  );
  const [isSaving, setSaving] = useState(false);
  const latest = useRef(history);
  const known = useRef(saved);
  const sending = useRef<Promise<number | null>>(Promise.resolve(null));
  const keeping = useRef(Promise.resolve());
  const { base } = beginning;
  const path = `/api/scripts/${id}`;

  function keep(document: EditedScript): void {
    keeping.current = kept.write(() => ({ document, revision: known.current.revision, base }));
  }

  function move(next: History<EditedScript>): void {
    if (next === latest.current) return;
    latest.current = next;
    setHistory(next);
    // Undone as far as what the hub has: there is nothing left to keep here.
    if (next.present === known.current.document) void kept.forget();
    else keep(next.present);
  }

  function take(document: EditedScript, revision: number): void {
    known.current = { document, revision };
    setSaved(known.current);
    setProblem(null);
  }

  async function send(): Promise<number | null> {
    const document = latest.current.present;
    if (document === known.current.document) return known.current.revision;
    setSaving(true);
    // A failure says that it is kept here: by then it is, also where a new desk still writes all that it reads.
    // A full disk does not keep it from the hub.
    await Promise.allSettled([keeping.current]);
    const body = { revision: known.current.revision, base, document };
    const answer = await request(`${path}/draft`, draftSaved, { body });
    setSaving(false);
    if (!answer.ok) {
      setProblem({ kind: problemOf(answer.error.code), failure: answer.error });
      return null;
    }
    take(document, answer.value.revision);
    if (latest.current.present === document) await kept.forget();
    else keep(latest.current.present);
    return answer.value.revision;
  }

  /** One after the other, so that each names the revision that the last one made. */
  async function save(): Promise<number | null> {
    sending.current = sending.current.then(send);
    const revision = await sending.current;
    return latest.current.present === known.current.document ? revision : null;
  }

  const isSaved = history.present === saved.document;
  const waits = problem === null || problem.kind === 'offline';
  const delay = problem === null ? delayMs.change : delayMs.retry;
  const { present } = history;
  const saveDue = useEffectEvent((due: EditedScript) => {
    if (due === latest.current.present) void save();
  });
  useEffect(() => {
    if (isSaved || isSaving || !waits) return;
    const timer = setTimeout(() => saveDue(present), delay);
    return () => clearTimeout(timer);
  }, [isSaved, isSaving, waits, delay, present]);

  return {
    script: history.present,
    revision: saved.revision,
    saveState: saveState(isSaved, isSaving, problem),
    refusal: problem?.kind === 'refused' ? problem.failure : null,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit: (change, place) => {
      const next = change(latest.current.present);
      if (next !== latest.current.present) move(changed(latest.current, next, place, Date.now()));
    },
    undo: () => move(undone(latest.current)),
    redo: () => move(redone(latest.current)),
    save,
    keepMine: async () => {
      const answer = await request(`${path}/workshop`, scriptWorkshop);
      if (!answer.ok) return;
      known.current = { document: null, revision: revisionOf(answer.value) };
      await save();
    },
    takeTheirs: async () => {
      const answer = await request(`${path}/workshop`, scriptWorkshop);
      const theirs = answer.ok ? firstDocument(answer.value) : null;
      if (!answer.ok || theirs === null) return false;
      take(theirs, revisionOf(answer.value));
      latest.current = changed(latest.current, theirs, 'theirs', Date.now());
      setHistory(latest.current);
      await kept.forget();
      return true;
    },
    forget: kept.forget,
  };
}

const contested: ApiFailure = { code: 'draft-changed', correlationId: null, where: null };

function problemOf(code: ApiError['code'] | 'unreachable' | 'not-understood'): Problem['kind'] {
  if (code === 'draft-changed') return 'conflict';
  return code === 'unreachable' ? 'offline' : 'refused';
}

function saveState(isSaved: boolean, isSaving: boolean, problem: Problem | null): SaveState {
  if (problem?.kind === 'conflict') return 'conflict';
  if (isSaving) return 'saving';
  if (isSaved) return 'saved';
  return problem?.kind ?? 'waiting';
}
