import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusOnProblem } from '../../ui/use-focus-on-problem.ts';
import type { OrientationDraft } from './draft.ts';
import type { PeopleProblems } from './person.ts';

/** Asks here for the name that a referral needs, where the call has none yet. */
export function PersonFields(props: {
  readonly draft: OrientationDraft;
  readonly number: string | null;
  readonly isForOther: boolean;
  readonly problems: PeopleProblems;
  readonly onChange: (change: Partial<OrientationDraft>) => void;
}) {
  const { orientation } = useMessages();
  const format = useFormat();
  const { person } = orientation;
  const { draft, problems, isForOther } = props;
  const fields = useFocusOnProblem(problems);
  const known = isForOther || props.number === null ? '' : format.phone(props.number);
  const phoneProblems = { 'not-a-phone-number': person.badPhone, 'short-code': person.shortCode };
  return (
    <fieldset className="person" ref={fields}>
      <legend>{person.title}</legend>
      <TextField
        label={person.name}
        value={draft.name}
        maxLength={200}
        isRequired
        error={problems.name === undefined ? undefined : person.missing}
        onChange={(name) => props.onChange({ name })}
      />
      {isForOther ? (
        <TextField
          label={person.callerName}
          value={draft.callerName}
          maxLength={200}
          isRequired
          error={problems.callerName === undefined ? undefined : person.missing}
          onChange={(callerName) => props.onChange({ callerName })}
        />
      ) : null}
      <TextField
        label={person.phone}
        type="tel"
        value={draft.phone ?? known}
        help={person.phoneHelp}
        error={problems.phone === undefined ? undefined : phoneProblems[problems.phone]}
        onChange={(phone) => props.onChange({ phone })}
      />
    </fieldset>
  );
}
