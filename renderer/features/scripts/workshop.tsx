import { memo, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { withNode } from './edited/edited-script.ts';
import { type NewNode, type Place, withNewNode } from './edited/nodes.ts';
import { type Anchor, NewStepDialog } from './form/new-step-dialog.tsx';
import { NodeForm } from './form/node-form.tsx';
import { focusPlace } from './form/place.tsx';
import { ScriptForm } from './form/script-form.tsx';
import { SaveNotice } from './save-notice.tsx';
import { SidePane } from './side-pane.tsx';
import { StepPane } from './step-pane.tsx';
import { useChecked } from './use-checked.ts';
import { useEditing } from './use-editing.ts';
import { WorkshopContext, type WorkshopTools } from './workshop-context.ts';
import { WorkshopHead } from './workshop-head.tsx';
import type { GoneNodes, OnMarks, ShownMarks, WorkshopProps } from './workshop-props.ts';

const nothingShown: { readonly marks: ShownMarks; readonly gone: GoneNodes } = {
  marks: new Map(),
  gone: {},
};

/** Steps on the left, the form of the chosen one, and on the right what is checked, tried and compared. */
export const Workshop = memo(function Workshop(props: WorkshopProps) {
  const { entry, shipped, beginning, kept } = props;
  const { workshop: words } = useMessages().scripts;
  const editing = useEditing(entry.id, beginning, kept);
  const { script, edit } = editing;
  const checked = useChecked(script, shipped);
  const [selected, setSelected] = useState<string | null>(script.start ?? null);
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const [shown, setShown] = useState(nothingShown);
  const show = useCallback<OnMarks>((marks, gone = nothingShown.gone) => {
    setShown({ marks, gone });
  }, []);
  const { form, goTo } = useFocusedPlace(setSelected);
  const { firstWords } = useMessages().scripts;

  const tools: WorkshopTools = {
    script,
    shipped,
    edit,
    editNode: (id, change, part) =>
      edit((before) => withNode(before, id, change), `/nodes/${id}/${part}`),
    select: setSelected,
    goTo,
    addStep: (place) => setAnchor(place ?? { node: null, path: null }),
  };

  function add(made: NewNode, place: Place | null): void {
    const { script: next, id } = withNewNode(script, made, place, firstWords);
    edit(() => next, `/nodes/${id}`);
    setAnchor(null);
    goTo(id, `/nodes/${id}/say`);
  }

  useShortcut('Ctrl+Z', words.undo, editing.undo);
  useShortcut('Ctrl+Y', words.redo, editing.redo);
  const open = useCallback((id: string | null) => goTo(id, ''), [goTo]);
  const addHere = useCallback(() => setAnchor({ node: selected, path: null }), [selected]);
  const shownScript = useDeferredValue(script);
  const node = selected === null ? undefined : script.nodes[selected];
  return (
    <WorkshopContext value={tools}>
      <div className="workshop">
        <WorkshopHead {...props} editing={editing} checked={checked} />
        <SaveNotice entry={entry} editing={editing} />
        <div className="workshop-panes">
          <StepPane
            script={shownScript}
            findings={checked.findings}
            selected={node === undefined ? null : selected}
            marks={shown.marks}
            gone={shown.gone}
            onSelect={setSelected}
            onOpen={open}
            onAdd={addHere}
          />
          <section className="panel form-pane" aria-label={words.formPane} ref={form}>
            {node === undefined || selected === null ? (
              <ScriptForm />
            ) : (
              <NodeForm key={selected} id={selected} node={node} />
            )}
          </section>
          <SidePane {...props} editing={editing} checked={checked} onMarks={show} />
        </div>
      </div>
      {anchor === null ? null : (
        <NewStepDialog anchor={anchor} onClose={() => setAnchor(null)} onAdd={add} />
      )}
    </WorkshopContext>
  );
});

/** Shows a step's form, then goes to the field of a place in it. */
function useFocusedPlace(select: (id: string | null) => void) {
  const form = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<{ readonly place: string } | null>(null);
  useEffect(() => {
    if (wanted === null || form.current === null) return;
    focusPlace(form.current, wanted.place);
  }, [wanted]);
  const goTo = useCallback(
    (id: string | null, place: string) => {
      select(id);
      setWanted({ place });
    },
    [select],
  );
  return { form, goTo };
}
