import { type FormEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type PersonDraft, type PersonProblems, readPerson } from '#src/contract';
import type { PhoneRegion } from '#src/kernel';
import { useMessages } from '../../../i18n/messages.tsx';
import { type LocalCall, useDesk } from '../../../storage/desk.tsx';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { draftOf } from './person-draft.ts';

/** Names who phones, and for whom where it is somebody else. */
export function PersonDialog(props: {
  readonly local: LocalCall;
  /** What the script's answer says; the adviser may still say otherwise. */
  readonly isForOther: boolean;
  readonly region: PhoneRegion;
  readonly onClose: () => void;
}) {
  const { call: words, common } = useMessages();
  const { act } = useDesk();
  const { local, region } = props;
  const [caller, setCaller] = useState(() => draftOf(local.caller, uuidv7(), local.call.number));
  const [other, setOther] = useState(() => draftOf(local.beneficiary, uuidv7(), null));
  const [isOther, setIsOther] = useState(props.isForOther || local.beneficiary !== null);
  const [problems, setProblems] = useState<{ caller: PersonProblems; other: PersonProblems }>({
    caller: {},
    other: {},
  });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const readCaller = readPerson(caller, region);
    const readOther = isOther ? readPerson(other, region) : null;
    setProblems({
      caller: readCaller.ok ? {} : readCaller.error,
      other: readOther === null || readOther.ok ? {} : readOther.error,
    });
    if (!readCaller.ok || readOther?.ok === false) return;
    await act('people.identify', {
      callId: local.call.id,
      caller: readCaller.value,
      beneficiary: readOther?.value ?? null,
    });
    props.onClose();
  };

  return (
    <Dialog title={words.who.dialog} width={isOther ? 'wide' : 'narrow'} onClose={props.onClose}>
      <form className="person-form" onSubmit={save}>
        <RadioGroup
          label={words.who.sameQuestion}
          value={isOther ? 'other' : 'same'}
          onChange={(choice) => setIsOther(choice === 'other')}
          inRow
          options={[
            { id: 'same', label: words.who.same },
            { id: 'other', label: words.who.other },
          ]}
        />
        <div className="person-columns">
          <PersonFields
            legend={words.who.caller}
            draft={caller}
            problems={problems.caller}
            onChange={setCaller}
            isFirst
          />
          {isOther ? (
            <PersonFields
              legend={words.who.beneficiary}
              draft={other}
              problems={problems.other}
              onChange={setOther}
            />
          ) : null}
        </div>
        <footer className="dialog-actions">
          <Button onPress={props.onClose}>{common.cancel}</Button>
          <Button variant="primary" size="call" type="submit">
            {common.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function PersonFields(props: {
  readonly legend: string;
  readonly draft: PersonDraft;
  readonly problems: PersonProblems;
  readonly onChange: (draft: PersonDraft) => void;
  readonly isFirst?: boolean;
}) {
  const { call: words } = useMessages();
  const { draft, problems } = props;
  const set = (field: keyof PersonDraft) => (value: string) =>
    props.onChange({ ...draft, [field]: value });
  const phoneProblems = {
    'not-a-phone-number': words.open.badNumber,
    'short-code': words.open.shortCode,
  };
  return (
    <fieldset className="person-fields">
      <legend>{props.legend}</legend>
      <TextField
        label={words.who.fullName}
        help={words.who.nameHelp}
        value={draft.name}
        onChange={set('name')}
        error={problems.name === undefined ? undefined : words.who.nameFirst}
        autoFocus={props.isFirst === true}
        maxLength={200}
        isRequired
      />
      <TextField
        label={words.who.phone}
        type="tel"
        value={draft.phone}
        onChange={set('phone')}
        error={problems.phone === undefined ? undefined : phoneProblems[problems.phone]}
      />
      <TextField
        label={words.who.email}
        type="email"
        value={draft.email}
        onChange={set('email')}
        error={problems.email === undefined ? undefined : words.who.badEmail}
        maxLength={200}
      />
      <TextField
        label={words.who.address}
        help={words.who.addressHelp}
        value={draft.address}
        onChange={set('address')}
        maxLength={300}
      />
    </fieldset>
  );
}
