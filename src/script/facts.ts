import { type Service, services, wishes } from '#src/venues';

/** What an answer may say about the call. The question names it, so that no code knows a script's questions. */
export const facts = [
  'consent',
  'beneficiary',
  'service',
  'theme',
  'resolution',
  'obstacles',
  'commune',
  'wishes',
] as const;
export type Fact = (typeof facts)[number];

/**
 * What the person wishes of a venue: what the national standard can say of one, and two things that it
 * cannot, which the mediator reads.
 */
export const callWishes = [...wishes, 'no-car', 'outside-working-hours'] as const;
export type CallWish = (typeof callWishes)[number];

/** Whether what is said may be kept with the person's name. */
export const consents = ['yes', 'no'] as const;
/** Whether the person speaks for herself. */
export const beneficiaries = ['self', 'other'] as const;
export type Beneficiary = (typeof beneficiaries)[number];
/** What the quick fix came to. */
export const resolutions = ['solved', 'partly-solved', 'unsolved'] as const;
export type Resolution = (typeof resolutions)[number];

/** The facts of a call, as far as its answers say. A later answer replaces an earlier one. */
export type Facts = {
  readonly consent: boolean | null;
  readonly beneficiary: Beneficiary | null;
  readonly service: Service | null;
  /** In words, as the option says it. */
  readonly theme: string | null;
  readonly resolution: Resolution | null;
  /** Ids of the distance model's obstacles. */
  readonly obstacles: readonly string[];
  /** INSEE code. */
  readonly communeCode: string | null;
  readonly wishes: readonly CallWish[];
  /** Id of the solution card that the latest answer with a card chose. */
  readonly card: string | null;
};

/** The values given to each fact on the path, and the card. */
export type FactValues = {
  readonly values: ReadonlyMap<Fact, readonly string[]>;
  readonly card: string | null;
};

/** The facts, from the values that the answers gave. */
export function toFacts({ values, card }: FactValues): Facts {
  const first = (fact: Fact) => values.get(fact)?.[0] ?? null;
  const consent = first('consent');
  return {
    consent: consent === null ? null : consent === 'yes',
    beneficiary: among(beneficiaries, first('beneficiary')),
    service: among(services, first('service')),
    theme: first('theme'),
    resolution: among(resolutions, first('resolution')),
    obstacles: values.get('obstacles') ?? [],
    communeCode: first('commune'),
    wishes: callWishes.filter((wish) => values.get('wishes')?.includes(wish)),
    card,
  };
}

function among<Value extends string>(list: readonly Value[], value: string | null): Value | null {
  return list.find((candidate) => candidate === value) ?? null;
}
