import { v7 as uuidv7 } from 'uuid';
import { meetingPlaces } from '#src/booking';
import { useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type DiaryDraft, type DraftKind, newKind, withoutKind } from './diary-draft.ts';

/** What may be booked: how long, with what rest, for how many, and where. */
export function KindList(props: {
  readonly draft: DiaryDraft;
  readonly onChange: (edit: (before: DiaryDraft) => DiaryDraft) => void;
}) {
  const { availability } = useMessages();
  const { draft, onChange } = props;
  return (
    <Panel
      title={availability.kinds.title}
      aside={
        <Button
          icon="plus"
          variant="quiet"
          onPress={() =>
            onChange((before) => ({
              ...before,
              kinds: [...before.kinds, newKind(availability.kinds.newName, uuidv7)],
            }))
          }
        >
          {availability.kinds.add}
        </Button>
      }
    >
      {draft.kinds.map((kind) => (
        <Kind
          key={kind.id}
          kind={kind}
          onRemove={
            draft.kinds.length === 1
              ? null
              : () => onChange((before) => withoutKind(before, kind.id))
          }
          onChange={(edit) =>
            onChange((before) => ({
              ...before,
              kinds: before.kinds.map((one) => (one.id === kind.id ? { ...one, ...edit } : one)),
            }))
          }
        />
      ))}
    </Panel>
  );
}

function Kind(props: {
  readonly kind: DraftKind;
  /** `null`: it is the only one. */
  readonly onRemove: (() => void) | null;
  readonly onChange: (edit: Partial<DraftKind>) => void;
}) {
  const { availability } = useMessages();
  const { kinds: words } = availability;
  const { kind, onRemove, onChange } = props;
  return (
    <details className="availability-kind">
      <summary>{words.summary(kind.name, kind.minutes, kind.places)}</summary>
      <TextField
        label={words.name}
        value={kind.name}
        maxLength={200}
        onChange={(name) => onChange({ name })}
        {...(kind.name.trim() === '' ? { error: words.nameMissing } : {})}
      />
      <div className="availability-numbers">
        <NumberField
          label={words.minutes}
          value={kind.minutes}
          min={10}
          max={480}
          step={5}
          unit={words.minutesUnit}
          onChange={(minutes) => onChange({ minutes })}
        />
        <NumberField
          label={words.rest}
          value={kind.restMinutes}
          min={0}
          max={240}
          step={5}
          unit={words.minutesUnit}
          onChange={(restMinutes) => onChange({ restMinutes })}
        />
        <NumberField
          label={words.places}
          value={kind.places}
          min={1}
          max={100}
          step={1}
          onChange={(places) => onChange({ places })}
        />
      </div>
      <fieldset className="availability-where">
        <legend>{words.where}</legend>
        {meetingPlaces.map((place) => (
          <Checkbox
            key={place}
            isSelected={kind.where.includes(place)}
            onChange={(isSelected) =>
              onChange({
                where: meetingPlaces.filter((one) =>
                  one === place ? isSelected : kind.where.includes(one),
                ),
              })
            }
          >
            {words.wheres[place]}
          </Checkbox>
        ))}
      </fieldset>
      {kind.where.length === 0 ? (
        <p className="field-error" role="alert">
          {words.whereMissing}
        </p>
      ) : null}
      {onRemove === null ? null : (
        <Button variant="quiet" icon="close" onPress={onRemove}>
          {words.remove(kind.name)}
        </Button>
      )}
    </details>
  );
}
