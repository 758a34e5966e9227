import { type ReactNode, useEffect, useRef } from 'react';
import { Temporal } from 'temporal-polyfill';
import {
  accessModes,
  fees,
  labels,
  programmes,
  publics,
  services,
  specialCares,
  supportModes,
  type VenueFilters,
} from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { activeFilters, withoutFilters } from './active-filters.ts';
import { clockAt, daysToChoose, instantAt, timesToChoose } from './open-at.ts';
import { deskZone } from './venue-filters.ts';
import './filter-panel.css';

const itinerancies = ['itinerant', 'fixed'] as const;
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

function Choices(props: PanelProps & { readonly zone: string }) {
  const { filters, onChange } = props;
  const { filters: words } = useMessages().venues;
  const { groups } = words;
  const change = (part: Partial<VenueFilters>) => onChange({ ...filters, ...part });
  return (
    <div className="filter-groups">
      <ChoiceGroup
        title={groups.services}
        all={services}
        chosen={filters.services}
        nameOf={(value) => words.services[value]}
        onChange={(chosen) => change({ services: chosen })}
      />
      <OpenAt {...props} />
      <ChoiceGroup
        title={groups.specialCare}
        all={specialCares}
        chosen={filters.specialCare}
        nameOf={(value) => words.specialCare[value]}
        onChange={(chosen) => change({ specialCare: chosen })}
      />
      <ChoiceGroup
        title={groups.fees}
        all={fees}
        chosen={filters.fees}
        nameOf={(value) => words.fees[value]}
        onChange={(chosen) => change({ fees: chosen })}
      />
      <ChoiceGroup
        title={groups.publics}
        all={publics}
        chosen={filters.publics}
        nameOf={(value) => words.publics[value]}
        onChange={(chosen) => change({ publics: chosen })}
      />
      <ChoiceGroup
        title={groups.accessModes}
        all={accessModes}
        chosen={filters.accessModes}
        nameOf={(value) => words.accessModes[value]}
        onChange={(chosen) => change({ accessModes: chosen })}
      />
      <ChoiceGroup
        title={groups.supportModes}
        all={supportModes}
        chosen={filters.supportModes}
        nameOf={(value) => words.supportModes[value]}
        onChange={(chosen) => change({ supportModes: chosen })}
      />
      <Group title={groups.record} count={0}>
        {(['bookable', 'accessible', 'fresh'] as const).map((field) => (
          <Checkbox
            key={field}
            hint={words[`${field}Hint`]}
            isSelected={filters[field]}
            onChange={(isSelected) => change({ [field]: isSelected })}
          >
            {words[field]}
          </Checkbox>
        ))}
      </Group>
      <ChoiceGroup
        title={groups.itinerant}
        all={itinerancies}
        chosen={filters.itinerant}
        nameOf={(value) => words.itinerant[value]}
        onChange={(chosen) => change({ itinerant: chosen })}
      />
      <ChoiceGroup
        title={groups.programmes}
        all={programmes}
        chosen={filters.programmes}
        nameOf={(value) => value}
        onChange={(chosen) => change({ programmes: chosen })}
      />
      <ChoiceGroup
        title={groups.labels}
        all={labels}
        chosen={filters.labels}
        nameOf={(value) => value}
        onChange={(chosen) => change({ labels: chosen })}
      />
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

/** Several of a list, kept in the order of the list. */
function ChoiceGroup<Value extends string>(props: {
  readonly title: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChange: (chosen: readonly Value[]) => void;
}) {
  const { all, chosen } = props;
  return (
    <Group title={props.title} count={chosen.length}>
      {all.map((value) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(isSelected) =>
            props.onChange(
              all.filter((other) => (other === value ? isSelected : chosen.includes(other))),
            )
          }
        >
          {props.nameOf(value)}
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
