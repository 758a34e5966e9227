import { useState } from 'react';
import { longestOverrideWords } from '#src/contract';
import {
  type Level,
  type LevelOverride,
  levels,
  type OverrideReason,
  overrideReasons,
  standingOverride,
} from '#src/distance';
import { useMessages } from '../../../i18n/messages.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LevelMark } from '../../../ui/level-mark.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** What the adviser said of the level, and that it counts no more where the answers changed (DI-16). */
export function OverrideSaid(props: {
  readonly measured: Level | null;
  readonly override: LevelOverride | null;
}) {
  const { level: words } = useMessages();
  if (props.override === null) return null;
  const override = standingOverride(props.measured, props.override);
  if (override === null) return <p className="small warn">{words.override.fallen}</p>;
  return (
    <p className="far-override">
      <LevelMark level={override.level} />{' '}
      {words.override.yours(
        override.words ?? words.override.reasons[override.reason].toLowerCase(),
      )}
    </p>
  );
}

/** Where the adviser says another level, with why; the measured one stays beside it. */
export function OverrideButton(props: OverrideProps) {
  const { level: words } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const isSaid = standingOverride(props.measured, props.override) !== null;
  return (
    <>
      <Button variant="quiet" icon="edit" shortcut="Alt+L" onPress={() => setOpen(true)}>
        {isSaid ? words.override.change : words.override.open}
      </Button>
      {isOpen ? <OverrideDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type OverrideProps = {
  readonly callId: string;
  readonly measured: Level;
  readonly override: LevelOverride | null;
};

function OverrideDialog(props: OverrideProps & { readonly onClose: () => void }) {
  const { common, level: words } = useMessages();
  const { act } = useDesk();
  const { callId, measured, onClose } = props;
  const before = standingOverride(measured, props.override);
  const [level, setLevel] = useState<Level | null>(before?.level ?? null);
  const [reason, setReason] = useState<OverrideReason | null>(before?.reason ?? null);
  const [typed, setTyped] = useState(before?.words ?? '');
  const isOther = reason === 'other';
  const isComplete = level !== null && reason !== null && (!isOther || typed.trim() !== '');

  const say = (override: LevelOverride | null, told: string) => {
    void act('level.override', { callId, override });
    announce(told);
    onClose();
  };
  const save = () => {
    if (level === null || reason === null) return;
    const said = { measured, level, reason, words: isOther ? typed.trim() : null };
    say(said, words.override.done(common.levelNames[level]));
  };

  return (
    <Dialog
      title={words.override.open}
      onClose={onClose}
      actions={
        <>
          {before === null ? (
            <Button onPress={onClose}>{common.cancel}</Button>
          ) : (
            <Button onPress={() => say(null, words.override.takenBack)}>
              {words.override.takeBack}
            </Button>
          )}
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={!isComplete} onPress={save}>
            {words.override.save}
          </Button>
        </>
      }
    >
      <p>
        {words.override.measured} <LevelMark level={measured} />
      </p>
      <p className="quiet">{words.override.help}</p>
      <RadioGroup
        label={words.override.level}
        options={levels
          .filter((other) => other !== measured)
          .map((id) => ({
            id,
            label: `${id} · ${common.levelNames[id]}`,
            shortcut: `Alt+Digit${levels.indexOf(id)}`,
          }))}
        value={level}
        onChange={setLevel}
      />
      <RadioGroup
        label={words.override.reason}
        options={overrideReasons.map((id, index) => ({
          id,
          label: words.override.reasons[id],
          shortcut: `Digit${index + 1}`,
        }))}
        value={reason}
        onChange={setReason}
      />
      {isOther ? (
        <TextField
          label={words.override.words}
          help={words.override.wordsHelp}
          value={typed}
          onChange={setTyped}
          maxLength={longestOverrideWords}
          isRequired
          autoFocus
        />
      ) : null}
    </Dialog>
  );
}
