import { type Service, services, type VenueFilters, type Wish } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import {
  type DeskFilters,
  distancesKm,
  withFilters,
  withOrigin,
  zoneOf,
} from '../search/desk-filters.ts';
import { ToggleButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { activeFilters } from './active-filters.ts';
import { FilterChips } from './filter-chips.tsx';
import { OpenChip } from './open-chip.tsx';
import { OriginChip } from './origin-chip.tsx';
import { WishChips } from './wish-chips.tsx';
import '../ui/sentence.css';
import './venue-sentence.css';

const anything = 'any';
const several = 'several';

type Panel = { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void };

/** What is looked for, as one sentence whose words can be changed, and the filters beyond it. */
export function VenueSentence(props: {
  readonly desk: DeskFilters;
  readonly onChange: (desk: DeskFilters) => void;
  /** Wishes that nobody said, and that what is known of the person suggests. */
  readonly suggested?: readonly Wish[];
  /** The panel of all filters, where there is one beside the sentence. */
  readonly panel?: Panel;
}) {
  const { desk, panel, onChange } = props;
  const zone = zoneOf(desk);
  const { filters } = desk;
  const { venues } = useMessages();
  const { sentence } = venues;
  const change = (part: Partial<VenueFilters>) =>
    onChange(withFilters(desk, { ...filters, ...part }));
  return (
    <div className="venue-sentence">
      <div className="sentence">
        <span aria-hidden="true">{sentence.helpFor}</span>
        <ServiceChip
          chosen={filters.services}
          onChange={(chosen) => change({ services: chosen })}
        />
        <span aria-hidden="true">{sentence.within}</span>
        <Select
          label={sentence.distance}
          options={[
            ...distancesKm.map((km) => ({ id: String(km), label: venues.kilometres(km) })),
            { id: anything, label: sentence.anyDistance },
          ]}
          value={filters.maxKm === null ? anything : String(filters.maxKm)}
          onChange={(chosen) => change({ maxKm: chosen === anything ? null : Number(chosen) })}
        />
        <OriginChip
          origin={desk.origin}
          onChange={(origin) => onChange(withOrigin(desk, origin))}
        />
        <OpenChip
          desk={desk}
          zone={zone}
          onChange={onChange}
          {...(panel === undefined ? {} : { onOther: () => panel.onOpen(true) })}
        />
        <WishChips
          chosen={desk.wishes}
          {...(props.suggested === undefined ? {} : { suggested: props.suggested })}
          onChange={(wishes) => onChange({ ...desk, wishes })}
        />
        {panel === undefined ? null : <FiltersButton desk={desk} panel={panel} />}
      </div>
      <FilterChips
        filters={beyondSentence(filters)}
        zone={zone}
        onChange={(beyond) => change({ ...beyond, ...ofSentence(filters) })}
      />
    </div>
  );
}

export function ServiceChip(props: {
  readonly chosen: readonly Service[];
  readonly onChange: (chosen: readonly Service[]) => void;
}) {
  const { venues, search } = useMessages();
  const { sentence } = venues;
  const { chosen } = props;
  const hasSeveral = chosen.length > 1;
  return (
    <Select
      label={sentence.service}
      shortcut="B"
      options={[
        { id: anything, label: sentence.anyService },
        ...(hasSeveral ? [{ id: several, label: search.severalServices(chosen.length) }] : []),
        ...services.map((service) => ({ id: service, label: venues.serviceNames[service] })),
      ]}
      value={hasSeveral ? several : (chosen[0] ?? anything)}
      onChange={(id) => {
        if (id !== several) props.onChange(services.filter((service) => service === id));
      }}
    />
  );
}

function FiltersButton(props: { readonly desk: DeskFilters; readonly panel: Panel }) {
  const { desk, panel } = props;
  const { venues } = useMessages();
  const format = useFormat();
  const words = { venues, format, zone: zoneOf(desk) };
  const active = activeFilters(beyondSentence(desk.filters), words);
  return (
    <ToggleButton icon="settings" shortcut="F" isSelected={panel.isOpen} onChange={panel.onOpen}>
      {venues.filters.open(active.length)}
    </ToggleButton>
  );
}

/** What the sentence says already: the time, and the service where it is one. */
function ofSentence({ services: asked, openAt }: VenueFilters): Partial<VenueFilters> {
  return asked.length > 1 ? { openAt } : { services: asked, openAt };
}

function beyondSentence(filters: VenueFilters): VenueFilters {
  const { services: asked } = filters;
  return { ...filters, openAt: null, services: asked.length > 1 ? asked : [] };
}
