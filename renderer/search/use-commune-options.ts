import { useMessages } from '../i18n/messages.tsx';
import type { Option } from '../ui/select.tsx';
import { lastValue } from './use-answer.ts';
import { useCommuneSearch } from './use-places.ts';

/** How many communes are offered for what is typed. */
const offered = 8;

export type CommuneOptions = {
  readonly isLoading: boolean;
  /** By INSEE code; an old name says of what it is a part today. */
  readonly options: readonly Option<string>[];
  /** The name of one that is offered. */
  readonly nameOf: (code: string) => string | null;
};

/** The communes to choose from for what is typed. */
export function useCommuneOptions(text: string): CommuneOptions {
  const { search } = useMessages();
  const asked = useCommuneSearch(text, offered);
  const found = lastValue(asked) ?? [];
  return {
    isLoading: asked.state === 'loading',
    options: found.map(({ code, name, formerName, postcodes, departement }) => ({
      id: code,
      label: formerName === null ? name : search.formerCommune(formerName, name),
      hint: postcodes[0] ?? departement,
    })),
    nameOf: (code) => found.find((commune) => commune.code === code)?.name ?? null,
  };
}
