import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, TimeField } from 'react-aria-components';

/** A time on the venue's clock, `HH:mm`; empty while one of its parts is missing. */
export function TimeInput(props: {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TimeField
      aria-label={props.label}
      isInvalid={props.isWrong}
      hourCycle={24}
      shouldForceLeadingZeros
      value={props.value === '' ? null : parseTime(props.value)}
      onChange={(time) => props.onChange(time === null ? '' : time.toString().slice(0, 5))}
    >
      <DateInput className="input availability-time">
        {(segment) => <DateSegment segment={segment} />}
      </DateInput>
    </TimeField>
  );
}

/** A day of the calendar, `YYYY-MM-DD`; empty while it is not whole. */
export function DayInput(props: {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <input
      className="input availability-date"
      type="date"
      aria-label={props.label}
      aria-invalid={props.isWrong}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
