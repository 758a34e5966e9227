import { type ReactNode, useEffect, useRef } from 'react';
import { Temporal } from 'temporal-polyfill';
import { type FilterField, filterValues, type VenueFilters } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { clockAt, instantAt } from '../search/clock-time.ts';
import { deskZone } from '../search/desk-filters.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { activeFilters, valueWord, withoutFilters } from './active-filters.ts';
import { daysToChoose, timesToChoose } from './open-at.ts';
import './filter-panel.css';

const anyDay = 'any';
/** When a day is chosen before a time. */
const usualTime = '14:00';

type PanelProps = {
  readonly filters: VenueFilters;
  readonly onChange: (filters: VenueFilters) => void;
};

/**
 * Every filter of a search, beside the list that follows each choice. It takes the focus when it
 * opens and gives it back; Escape closes it.
 */
export function FilterPanel(
  props: PanelProps & {
    /** The clock of the place from which the search starts; the desk's own where it is not given. */
    readonly zone?: string;
    readonly onClose: () => void;
  },
) {
  const { filters, onChange, onClose, zone = deskZone() } = props;
  const { venues } = useMessages();
  const format = useFormat();
  const { filters: words } = venues;
  const panel = useFocusWhileOpen();
  useShortcut('Escape', words.close, onClose);
  const active = activeFilters(filters, { venues, format, zone });
  return (
    <section
      className="filter-panel"
      aria-labelledby="filter-panel-title"
      tabIndex={-1}
      ref={panel}
    >
      <header className="filter-panel-head">
        <h2 id="filter-panel-title">{words.title}</h2>
        <span className="small quiet" role="status">
          {words.chosen(active.length)}
        </span>
        <Button
          variant="quiet"
          isDisabled={active.length === 0}
          onPress={() => onChange(withoutFilters(filters))}
        >
          {words.clear}
        </Button>
        <IconButton icon="close" label={words.close} onPress={onClose} />
      </header>
      <div className="filter-panel-body">
        <p className="filter-panel-why small">
          {words.why} {words.either}
        </p>
        <Choices filters={filters} zone={zone} onChange={onChange} />
      </div>
    </section>
  );
}

/** Beside the services: what people ask for first, and what they rarely do. */
const fieldsAskedFirst = ['specialCare', 'fees', 'publics', 'accessModes', 'supportModes'] as const;
const fieldsAskedLast = ['itinerant', 'programmes', 'labels'] as const;

function Choices(props: PanelProps & { readonly zone: string }) {
  const { filters, onChange } = props;
  const { filters: words } = useMessages().venues;
  const groupOf = (field: FilterField) => (
    <FieldChoices key={field} field={field} filters={filters} onChange={onChange} />
  );
  return (
    <div className="filter-groups">
      {groupOf('services')}
      <OpenAt {...props} />
      {fieldsAskedFirst.map(groupOf)}
      <Group title={words.groups.record} count={0}>
        {(['bookable', 'accessible', 'fresh'] as const).map((field) => (
          <Checkbox
            key={field}
            hint={words[`${field}Hint`]}
            isSelected={filters[field]}
            onChange={(isSelected) => onChange({ ...filters, [field]: isSelected })}
          >
            {words[field]}
          </Checkbox>
        ))}
      </Group>
      {fieldsAskedLast.map(groupOf)}
    </div>
  );
}

function Group(props: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const { venues } = useMessages();
  return (
    <fieldset className="filter-group">
      <legend>
        {props.title}
        {props.count === 0 ? null : (
          <span className="filter-count">{venues.filters.chosen(props.count)}</span>
        )}
      </legend>
      {props.children}
    </fieldset>
  );
}

/** The values of a field, those chosen kept in their order. */
function FieldChoices({ field, filters, onChange }: PanelProps & { readonly field: FilterField }) {
  const { venues } = useMessages();
  const all: readonly string[] = filterValues[field];
  const chosen: readonly string[] = filters[field];
  return (
    <Group title={venues.filters.groups[field]} count={chosen.length}>
      {all.map((value) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(isSelected) => {
            const isKept = (other: string) =>
              other === value ? isSelected : chosen.includes(other);
            onChange({ ...filters, [field]: all.filter(isKept) });
          }}
        >
          {valueWord(field, value, venues)}
        </Checkbox>
      ))}
    </Group>
  );
}

/** A day and a time at which the venue must be known to be open. */
function OpenAt({ filters, onChange, zone }: PanelProps & { readonly zone: string }) {
  const { filters: words } = useMessages().venues;
  const format = useFormat();
  const [today, tomorrow, ...later] = daysToChoose(Temporal.Now.instant().toString(), zone);
  const chosen = filters.openAt === null ? null : clockAt(filters.openAt, zone);
  const nameOf = (day: string) =>
    day === today ? words.today : day === tomorrow ? words.tomorrow : format.day(day);
  const days = [today, tomorrow, ...later].flatMap((day) => (day === undefined ? [] : [day]));
  const offered = chosen === null || days.includes(chosen.day) ? days : [chosen.day, ...days];
  return (
    <Group title={words.groups.open} count={chosen === null ? 0 : 1}>
      <div className="filter-open">
        <Select
          label={words.openOn}
          options={[
            { id: anyDay, label: words.anyDay },
            ...offered.map((day) => ({ id: day, label: nameOf(day) })),
          ]}
          value={chosen?.day ?? anyDay}
          onChange={(day) =>
            onChange({
              ...filters,
              openAt:
                day === anyDay ? null : instantAt({ day, time: chosen?.time ?? usualTime }, zone),
            })
          }
        />
        {chosen === null ? null : (
          <Select
            label={words.openFrom}
            options={timesToChoose(chosen.time).map((time) => ({
              id: time,
              label: format.clockTime(time),
            }))}
            value={chosen.time}
            onChange={(time) =>
              onChange({ ...filters, openAt: instantAt({ day: chosen.day, time }, zone) })
            }
          />
        )}
      </div>
      {zone === deskZone() ? null : (
        <p className="small quiet">{words.onClockOf(format.placeOfZone(zone))}</p>
      )}
    </Group>
  );
}

/** The focus comes in with the panel, and goes back to what opened it. */
function useFocusWhileOpen() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return panel;
}
