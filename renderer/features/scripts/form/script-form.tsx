import { useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type EditedExample, orNone } from '../edited/edited-script.ts';
import {
  movedSection,
  nodesIn,
  renamedSection,
  withoutSection,
  withSection,
} from '../edited/sections.ts';
import { nodeName } from '../node-names.ts';
import { useWorkshop } from '../workshop-context.ts';
import { Place } from './place.tsx';
import { StepPicker } from './step-picker.tsx';
import './form.css';

/** What is the script's as a whole: its title, where a call begins, its sections and examples. */
export function ScriptForm() {
  const { form } = useMessages().scripts;
  const { script, edit, addStep } = useWorkshop();
  return (
    <>
      <header className="node-head">
        <h2>{form.script}</h2>
      </header>
      <Place at="/title">
        <TextField
          label={form.scriptTitle}
          value={script.title ?? ''}
          maxLength={80}
          onChange={(typed) => edit((before) => ({ ...before, title: orNone(typed) }), '/title')}
        />
      </Place>
      <Place at="/start" className="field">
        <span className="field-label">{form.startAt}</span>
        <StepPicker
          label={form.startAt}
          value={script.start}
          leads
          onChoose={(start) => edit((before) => ({ ...before, start }), '/start')}
          onNew={() => addStep(null)}
        />
      </Place>
      <Sections />
      <Examples />
    </>
  );
}

function Sections() {
  const { form } = useMessages().scripts;
  const { script, edit } = useWorkshop();
  const [typed, setTyped] = useState('');
  return (
    <Place at="/sections">
      <fieldset className="sections-field">
        <legend className="field-label">{form.sections}</legend>
        <ol>
          {script.sections.map((section, index) => (
            <SectionRow key={section.id} index={index} />
          ))}
        </ol>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() === '') return;
            edit((before) => withSection(before, typed.trim()), '/sections');
            setTyped('');
          }}
        >
          <TextField
            label={form.addSection}
            placeholder={form.addSectionHelp}
            value={typed}
            maxLength={80}
            onChange={setTyped}
          />
        </form>
      </fieldset>
    </Place>
  );
}

function SectionRow({ index }: { readonly index: number }) {
  const { form } = useMessages().scripts;
  const { script, edit } = useWorkshop();
  const section = script.sections[index];
  if (section === undefined) return null;
  const count = nodesIn(script, section.id).length;
  const name = section.title ?? section.id;
  return (
    <li className="section-row">
      <Place at={`/sections/${index}/title`}>
        <TextField
          label={form.sectionTitle(index + 1)}
          value={section.title ?? ''}
          maxLength={80}
          onChange={(typed) =>
            edit(
              (before) => renamedSection(before, index, orNone(typed)),
              `/sections/${section.id}/title`,
            )
          }
        />
      </Place>
      <span className="small quiet nowrap">{form.sectionSteps(count)}</span>
      <IconButton
        icon="up"
        label={`${form.moveUp}\u00a0: ${name}`}
        isDisabled={index === 0}
        onPress={() => edit((before) => movedSection(before, index, -1), '/sections')}
      />
      <IconButton
        icon="down"
        label={`${form.moveDown}\u00a0: ${name}`}
        isDisabled={index === script.sections.length - 1}
        onPress={() => edit((before) => movedSection(before, index, 1), '/sections')}
      />
      <IconButton
        icon="close"
        label={`${form.removeSection}\u00a0: ${name}`}
        isDisabled={count > 0}
        onPress={() => edit((before) => withoutSection(before, index), '/sections')}
      />
    </li>
  );
}

function Examples() {
  const { form } = useMessages().scripts;
  const { script } = useWorkshop();
  const examples = script.examples ?? [];
  return (
    <Place at="/examples" className="examples-field">
      <h3>{form.examples}</h3>
      <p className="small quiet">
        {examples.length === 0 ? form.noExample : null} {form.examplesHelp}
      </p>
      <ul>
        {examples.map((example, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an example has no name of its own, and its row holds no state
          <Example key={index} example={example} index={index} />
        ))}
      </ul>
    </Place>
  );
}

function Example(props: { readonly example: EditedExample; readonly index: number }) {
  const messages = useMessages();
  const { form } = messages.scripts;
  const { script, edit } = useWorkshop();
  const { example, index } = props;
  const remove = () =>
    edit((before) => {
      const left = before.examples?.filter((_, at) => at !== index) ?? [];
      return { ...before, examples: left.length === 0 ? undefined : left };
    }, '/examples');
  return (
    <li>
      <Place at={`/examples/${index}`}>
        <details>
          <summary>
            {example.title ?? form.exampleTitle(index + 1)}
            <span className="small quiet">
              {` ${form.exampleAnswers(example.answers.length)}, ${form.exampleEnds(nodeName(script, example.outcome ?? '', messages))}`}
            </span>
          </summary>
          <ol className="example-answers small">
            {example.answers.map(({ question, answer }) => (
              <li key={question}>
                {`${nodeName(script, question, messages)}\u00a0: ${answerWords(script.nodes[question]?.options, answer)}`}
              </li>
            ))}
          </ol>
        </details>
        <Button variant="quiet" icon="close" onPress={remove}>
          {form.removeExample}
        </Button>
      </Place>
    </li>
  );
}

function answerWords(
  options: readonly { readonly id: string; readonly label?: string | undefined }[] = [],
  answer: string | number | readonly string[],
): string {
  const given = typeof answer === 'object' ? answer : [String(answer)];
  return given.map((id) => options.find((option) => option.id === id)?.label ?? id).join(', ');
}
