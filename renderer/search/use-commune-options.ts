import { foldText } from '#src/kernel';
import { useMessages } from '../i18n/messages.tsx';
import type { Option } from '../ui/select.tsx';
import { useCommuneSearch } from './use-places.ts';

/** How many communes are offered for what is typed. */
const offered = 8;

export type CommuneOptions = {
  readonly isLoading: boolean;
  /** Whether the options answer this text: while they are looked for, those of before that still fit stay. */
  readonly isCurrent: boolean;
  /** By INSEE code; an old name says of what it is a part today. */
  readonly options: readonly Option<string>[];
  /** The name of one that is offered. */
  readonly nameOf: (code: string) => string | null;
};

/** The communes to choose from for what is typed. */
export function useCommuneOptions(text: string): CommuneOptions {
  const { search } = useMessages();
  const asked = useCommuneSearch(text, offered);
  const found = asked.state === 'ready' ? asked.value : [];
  const options = found.map(({ code, name, formerName, postcodes, departement }) => ({
    id: code,
    label: formerName === null ? name : search.formerCommune(formerName, name),
    hint: postcodes[0] ?? departement,
  }));
  const isCurrent = asked.state === 'ready' && asked.isCurrent;
  return {
    isLoading: asked.state === 'loading',
    isCurrent,
    options: isCurrent ? options : options.filter((option) => holds(option, text)),
    nameOf: (code) => found.find((commune) => commune.code === code)?.name ?? null,
  };
}

/** Whether what was offered before still fits: whoever types fast and presses Enter gets nothing else. */
function holds({ label, hint }: Option<string>, text: string): boolean {
  const words = foldText(`${label} ${hint ?? ''}`).split(' ');
  return foldText(text)
    .split(' ')
    .every((typed) => words.some((word) => word.startsWith(typed)));
}
