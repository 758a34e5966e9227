import { v7 as uuidv7 } from 'uuid';
import type { DiaryView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { CoveredAppointments } from './covered-appointments.tsx';
import {
  type DiaryDraft,
  type DraftAbsence,
  type DraftException,
  isWholeAbsence,
  isWholeException,
} from './diary-draft.ts';
import { DayInput, TimeInput } from './time-input.tsx';

const types = ['closed', 'open'] as const;

/** Days that are not as every week: away, closed for some hours, open besides. And whom that leaves without an appointment. */
export function DaysApart(props: {
  readonly diary: DiaryView | null;
  readonly draft: DiaryDraft;
  readonly onChange: (changed: Partial<DiaryDraft>) => void;
}) {
  const { availability } = useMessages();
  const { apart } = availability;
  const { diary, draft, onChange } = props;
  const { absences, exceptions } = draft;
  const setAbsence = (key: string, edit: Partial<DraftAbsence>) =>
    onChange({ absences: absences.map((one) => (one.key === key ? { ...one, ...edit } : one)) });
  const setException = (key: string, edit: Partial<DraftException>) =>
    onChange({
      exceptions: exceptions.map((one) => (one.key === key ? { ...one, ...edit } : one)),
    });
  return (
    <Panel title={apart.title}>
      {absences.length + exceptions.length === 0 ? <p className="quiet">{apart.none}</p> : null}
      <ul className="availability-apart">
        {absences.map((absence) => (
          <li key={absence.key}>
            <Absence absence={absence} onChange={(edit) => setAbsence(absence.key, edit)} />
            <IconButton
              icon="close"
              label={apart.removeAbsence}
              onPress={() =>
                onChange({ absences: absences.filter(({ key }) => key !== absence.key) })
              }
            />
          </li>
        ))}
        {exceptions.map((exception) => (
          <li key={exception.key}>
            <Exception
              exception={exception}
              onChange={(edit) => setException(exception.key, edit)}
            />
            <IconButton
              icon="close"
              label={apart.removeException}
              onPress={() =>
                onChange({ exceptions: exceptions.filter(({ key }) => key !== exception.key) })
              }
            />
          </li>
        ))}
      </ul>
      <div className="availability-add">
        <Button
          icon="plus"
          variant="quiet"
          onPress={() =>
            onChange({ absences: [...absences, { key: uuidv7(), from: '', until: '' }] })
          }
        >
          {apart.addAbsence}
        </Button>
        <Button
          icon="plus"
          variant="quiet"
          onPress={() =>
            onChange({
              exceptions: [
                ...exceptions,
                {
                  key: uuidv7(),
                  type: 'closed',
                  day: '',
                  from: '09:00',
                  to: '12:00',
                  kindId: null,
                },
              ],
            })
          }
        >
          {apart.addException}
        </Button>
      </div>
      {diary === null ? null : <CoveredAppointments diary={diary} draft={draft} />}
    </Panel>
  );
}

function Absence(props: {
  readonly absence: DraftAbsence;
  readonly onChange: (edit: Partial<DraftAbsence>) => void;
}) {
  const { apart } = useMessages().availability;
  const { absence, onChange } = props;
  const isWrong = absence.until !== '' && !isWholeAbsence(absence);
  return (
    <span className="availability-row">
      <span>{apart.away}</span>
      <DayInput
        label={apart.awayFrom}
        value={absence.from}
        isWrong={isWrong}
        onChange={(from) => onChange({ from, ...(absence.until === '' ? { until: from } : {}) })}
      />
      <span aria-hidden="true">{apart.to}</span>
      <DayInput
        label={apart.awayUntil}
        value={absence.until}
        isWrong={isWrong}
        onChange={(until) => onChange({ until })}
      />
      {isWrong ? (
        <span className="field-error" role="alert">
          {apart.wrongDays}
        </span>
      ) : null}
    </span>
  );
}

function Exception(props: {
  readonly exception: DraftException;
  readonly onChange: (edit: Partial<DraftException>) => void;
}) {
  const { availability, referrals } = useMessages();
  const { apart } = availability;
  const { exception, onChange } = props;
  const isWrong = exception.day !== '' && !isWholeException(exception);
  return (
    <span className="availability-row">
      <Select
        label={apart.what}
        options={types.map((id) => ({ id, label: apart.types[id] }))}
        value={exception.type}
        onChange={(type) => onChange({ type })}
      />
      <DayInput
        label={apart.day}
        value={exception.day}
        isWrong={false}
        onChange={(day) => onChange({ day })}
      />
      <TimeInput
        label={referrals.rangeFrom}
        value={exception.from}
        isWrong={isWrong}
        onChange={(from) => onChange({ from })}
      />
      <span aria-hidden="true">{referrals.rangeTo}</span>
      <TimeInput
        label={referrals.rangeTo}
        value={exception.to}
        isWrong={isWrong}
        onChange={(to) => onChange({ to })}
      />
      {isWrong ? (
        <span className="field-error" role="alert">
          {referrals.wrongRange}
        </span>
      ) : null}
    </span>
  );
}
