import { type LineRequest, type LineSettings, lineRequest } from '#src/contract';
import { readFrenchHours, readHours } from '#src/hours';
import { describePhone, err, ok, type PhoneRegion, parsePhone, type Result } from '#src/kernel';
import {
  canBeHeard,
  isOnNetwork,
  type LineKind,
  type LineRules,
  usualLineRules,
} from '#src/routing';
import type { Messages } from '../../../i18n/messages.tsx';

/** Rules as they are typed: skills in one field, the numbers always within their bounds. */
export type RulesDraft = Omit<LineRules, 'skills'> & { readonly skills: string };

/** A line as it is typed. */
export type LineDraft = {
  readonly name: string;
  readonly number: string;
  readonly kind: LineKind;
  readonly sponsorId: string;
  readonly territoryId: string;
  readonly scriptId: string;
  readonly rules: RulesDraft;
};

type LineError = keyof Messages['lines']['errors'];
/** What is wrong, by the field where it is said. */
export type LineErrors = Partial<Record<LineField, LineError>>;
export type LineField =
  | 'name'
  | 'number'
  | 'hours'
  | 'greeting'
  | 'closed'
  | 'languages'
  | 'skills'
  | 'widening'
  | 'other';

export function draftOfLine(line: LineSettings): LineDraft {
  const { id: _id, closedAt: _closed, number, rules, ...known } = line;
  const { skills, ...others } = rules ?? usualLineRules;
  const dialled = number === null ? '' : (describePhone(number)?.national ?? number);
  return { ...known, number: dialled, rules: { ...others, skills: skills.join(', ') } };
}

/** A line that is not there yet begins as most do. */
export function newDraft(
  made: Pick<LineDraft, 'sponsorId' | 'territoryId' | 'scriptId'>,
): LineDraft {
  return {
    ...made,
    name: '',
    number: '',
    kind: 'twilio',
    rules: { ...usualLineRules, skills: '' },
  };
}

/** The request that the form makes, or what is wrong. `region`: whose numbers need no country code. */
export function readLineDraft(
  draft: LineDraft,
  region: PhoneRegion,
): Result<LineRequest, LineErrors> {
  const isNetwork = isOnNetwork(draft.kind);
  const typed = draft.number.trim();
  const phone = typed === '' ? null : parsePhone(typed, region);
  const number = phone?.ok === true ? phone.value.e164 : null;
  const { rules } = draft;
  const read = lineRequest.safeParse({
    ...draft,
    number,
    rules: isNetwork
      ? {
          ...rules,
          ...(canBeHeard(draft.kind) ? {} : { recordingDays: null, isListenedTo: false }),
          skills: wordsOf(rules.skills),
          hours: writtenHours(rules.hours) ?? '',
        }
      : null,
  });
  const isNumberWrong = phone?.ok === false || (isNetwork && number === null);
  if (read.success && !isNumberWrong) return ok(read.data);
  const wrong = (read.error?.issues ?? []).map(({ path }) => fieldOf(path));
  return err({
    ...Object.fromEntries(wrong.map((field) => [field, field])),
    ...(isNumberWrong ? { number: 'number' } : {}),
  });
}

const fields: readonly LineField[] = [
  'name',
  'hours',
  'greeting',
  'closed',
  'languages',
  'skills',
  'widening',
];

function fieldOf(path: readonly PropertyKey[]): LineField {
  return fields.find((field) => path.includes(field)) ?? 'other';
}

/** Words between commas, each once. */
export function wordsOf(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Hours as they are kept; `null`: not understood. French is turned into what OpenStreetMap writes. */
export function writtenHours(text: string): string | null {
  const plain = text.trim();
  return readHours(plain).trusted ? plain : readFrenchHours(plain);
}

/** The first part of hours that is not understood by itself; the whole text where each part is. */
export function misreadRule(text: string): string | null {
  if (writtenHours(text) !== null) return null;
  const rules = text.split(';').map((rule) => rule.trim());
  return rules.find((rule) => writtenHours(rule) === null) ?? text.trim();
}
