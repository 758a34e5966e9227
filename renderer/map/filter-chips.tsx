import { Button as AriaButton } from 'react-aria-components';
import type { VenueFilters } from '#src/venues';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { deskZone } from '../search/desk-filters.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { activeFilters, withoutFilters } from './active-filters.ts';
import './filter-panel.css';

/** The filters that are set, each to be taken away with one press; nothing where none is. */
export function FilterChips(props: {
  readonly filters: VenueFilters;
  /** The clock of the place from which the search starts; the desk's own where it is not given. */
  readonly zone?: string;
  readonly onChange: (filters: VenueFilters) => void;
}) {
  const { filters, zone = deskZone(), onChange } = props;
  const { venues } = useMessages();
  const format = useFormat();
  const active = activeFilters(filters, { venues, format, zone });
  if (active.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={venues.filters.active}>
      {active.map(({ key, label, without }) => (
        <li key={key}>
          <AriaButton
            className="filter-chip"
            aria-label={venues.filters.remove(label)}
            onPress={() => onChange(without)}
          >
            {label}
            <Icon name="close" />
          </AriaButton>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <Button variant="quiet" onPress={() => onChange(withoutFilters(filters))}>
            {venues.filters.clear}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
