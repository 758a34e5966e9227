import { useState } from 'react';
import { type Service, services, wishes } from '#src/venues';
import { useMessages } from '../i18n/messages.tsx';
import { lastValue } from '../search/use-answer.ts';
import { useCommuneName, useCommuneSearch } from '../search/use-places.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { type Option, Select } from '../ui/select.tsx';
import { distancesKm, type VenueFilters } from './venue-filters.ts';
import '../ui/sentence.css';
import './venue-sentence.css';

const anything = 'any';
const offeredCommunes = 8;

/** The filters of a search, as one sentence whose words can be changed. */
export function VenueSentence(props: {
  readonly filters: VenueFilters;
  readonly onChange: (filters: VenueFilters) => void;
}) {
  const { filters, onChange } = props;
  const { venues } = useMessages();
  const { sentence } = venues;
  return (
    <div className="sentence">
      <span aria-hidden="true">{sentence.helpFor}</span>
      <Select
        label={sentence.service}
        options={[
          { id: anything, label: sentence.anyService },
          ...services.map((service) => ({ id: service, label: venues.serviceNames[service] })),
        ]}
        value={filters.service ?? anything}
        onChange={(chosen) => onChange({ ...filters, service: toService(chosen) })}
      />
      <span aria-hidden="true">{sentence.within}</span>
      <Select
        label={sentence.distance}
        options={[
          ...distancesKm.map((km) => ({ id: String(km), label: venues.kilometres(km) })),
          { id: anything, label: sentence.anyDistance },
        ]}
        value={filters.maxKm === null ? anything : String(filters.maxKm)}
        onChange={(chosen) =>
          onChange({ ...filters, maxKm: chosen === anything ? null : Number(chosen) })
        }
      />
      <span aria-hidden="true">{sentence.of}</span>
      <CommuneChip
        key={filters.communeCode}
        communeCode={filters.communeCode}
        onChoose={(communeCode) => onChange({ ...filters, communeCode })}
      />
      <WishChips filters={filters} onChange={onChange} />
    </div>
  );
}

const toService = (chosen: string): Service | null =>
  services.find((service) => service === chosen) ?? null;

function CommuneChip(props: {
  readonly communeCode: string | null;
  readonly onChoose: (communeCode: string) => void;
}) {
  const { venues } = useMessages();
  const chosen = useCommuneName(props.communeCode);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen ?? '';
  const communes = lastValue(useCommuneSearch(text, offeredCommunes)) ?? [];
  const options: readonly Option<string>[] = communes.map(({ code, name, postcodes }) => ({
    id: code,
    label: name,
    hint: postcodes[0] ?? '',
  }));
  return (
    <ComboBox
      label={venues.sentence.commune}
      placeholder={venues.sentence.communePlaceholder}
      options={options}
      typed={text}
      onType={setTyped}
      onChoose={(code) => {
        setTyped(communes.find((commune) => commune.code === code)?.name ?? text);
        props.onChoose(code);
      }}
    />
  );
}

function WishChips(props: {
  readonly filters: VenueFilters;
  readonly onChange: (filters: VenueFilters) => void;
}) {
  const { filters, onChange } = props;
  const { venues } = useMessages();
  const others = wishes.filter((wish) => !filters.wishes.includes(wish));
  return (
    <>
      {filters.wishes.map((wish) => (
        <span key={wish} className="wish-chip sentence-chip">
          <Button
            onPress={() =>
              onChange({ ...filters, wishes: filters.wishes.filter((other) => other !== wish) })
            }
            description={venues.sentence.removeWish(venues.wishes[wish])}
          >
            {venues.wishes[wish]}
          </Button>
          <Icon name="close" />
        </span>
      ))}
      <span className="wish-add">
        <Menu
          label={venues.sentence.addWishLabel}
          placement="bottom start"
          items={others.map((wish) => ({
            id: wish,
            label: venues.wishes[wish],
            run: () => onChange({ ...filters, wishes: [...filters.wishes, wish] }),
          }))}
        >
          <Button icon="plus">{venues.sentence.addWish}</Button>
        </Menu>
      </span>
    </>
  );
}
