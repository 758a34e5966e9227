import { useRef, useState } from 'react';
import { hoursPlaceOf, wallClock } from '#src/hours';
import type { Venue } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { NativeField } from '../../ui/native-field.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusOnProblem } from '../../ui/use-focus-on-problem.ts';
import type { BookingElsewhere } from './use-booking-elsewhere.ts';
import './booking-way.css';

/** An appointment that somebody else keeps: where it is made, before anything is promised, and what came of it. */
export function BookingWayPanel(props: {
  readonly venue: Venue;
  readonly elsewhere: BookingElsewhere;
}) {
  const { bookingWay: words, orientation } = useMessages();
  const section = useRef<HTMLElement>(null);
  useShortcut('H', orientation.slots.go, () => section.current?.querySelector('a')?.focus());
  const { venue, elsewhere } = props;
  const isDrafted = elsewhere.way === 'rdv-service-public' && elsewhere.isDrafted;
  const isTheirs = elsewhere.way === 'rdv-service-public';
  return (
    <section className="booking-way" ref={section}>
      <h3>{isTheirs ? words.rdvTitle : words.pageTitle}</h3>
      <p className="small quiet">{isDrafted ? words.rdvHelp : words.pageHelp}</p>
      {isDrafted ? null : (
        <>
          <a
            className="button button-plain"
            href={venue.bookingUrl ?? ''}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="link" />
            {words.openPage}
            <Kbd combination="H" />
          </a>
          <AgreedFields {...props} />
        </>
      )}
    </section>
  );
}

function AgreedFields({
  venue,
  elsewhere,
}: {
  readonly venue: Venue;
  readonly elsewhere: BookingElsewhere;
}) {
  const { bookingWay: words } = useMessages();
  const format = useFormat();
  const { agreed, changeAgreed, problem } = elsewhere;
  const { zone } = hoursPlaceOf(venue.communeCode, venue.postcode);
  const [today] = useState(() => wallClock(new Date().toISOString(), zone).day);
  const fields = useFocusOnProblem(problem);
  const error = problem.isMissing ? words.missing : undefined;
  return (
    <fieldset className="booking-way-agreed" ref={fields}>
      <legend>{words.agreed}</legend>
      <div className="booking-way-time">
        <NativeField
          label={words.day}
          type="date"
          min={today}
          value={agreed.day}
          onChange={(day) => changeAgreed({ day })}
          help={words.clockOf(format.placeOfZone(zone))}
          error={error}
        />
        <NativeField
          label={words.time}
          type="time"
          value={agreed.time}
          onChange={(time) => changeAgreed({ time })}
          help=""
          error={undefined}
        />
      </div>
      <TextField
        label={words.words}
        isRequired={false}
        value={agreed.words}
        maxLength={200}
        placeholder={words.wordsPlaceholder}
        onChange={(said) => changeAgreed({ words: said })}
      />
    </fieldset>
  );
}

/** Asks the venue for a time in words instead, as for one without a page; or the way back. */
export function BookingWaySwitch(props: {
  readonly isAsking: boolean;
  readonly onChange: (isAsking: boolean) => void;
}) {
  const { bookingWay: words } = useMessages();
  const { isAsking } = props;
  return (
    <Button
      variant="quiet"
      icon={isAsking ? 'back' : 'edit'}
      onPress={() => props.onChange(!isAsking)}
    >
      {isAsking ? words.back : words.askInstead}
    </Button>
  );
}
