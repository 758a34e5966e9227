import { z } from 'zod';
import type { SetupRequest } from '#src/contract';
import { phoneRegionOfDepartement } from '#src/geography';
import { err, ok, parsePhone, type Result } from '#src/kernel';
import type { Messages } from '../../i18n/messages.tsx';

/** The form as typed, before anything is known to be right. */
export type AdministratorDraft = {
  readonly token: string;
  readonly organisation: string;
  readonly territory: string;
  readonly departements: readonly string[];
  readonly line: string;
  readonly lineNumber: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

export const emptyDraft: AdministratorDraft = {
  token: '',
  organisation: '',
  territory: '',
  departements: [],
  line: '',
  lineNumber: '',
  name: '',
  email: '',
  password: '',
};

type DraftError = keyof Messages['entry']['setup']['errors'];
export type DraftErrors = Partial<Record<keyof AdministratorDraft, DraftError>>;

const required = ['token', 'organisation', 'territory', 'line', 'name'] as const;
const shortestPassword = 12;

/** The request that the form makes, or what is wrong with each field. */
export function readDraft(draft: AdministratorDraft): Result<SetupRequest, DraftErrors> {
  const number = readNumber(draft);
  const errors: DraftErrors = {
    ...Object.fromEntries(
      required.filter((field) => draft[field].trim() === '').map((field) => [field, 'required']),
    ),
    ...(draft.departements.length === 0 ? { departements: 'departements' } : {}),
    ...(number.ok ? {} : { lineNumber: number.error }),
    ...(z.email().safeParse(draft.email.trim()).success ? {} : { email: 'email' }),
    ...(draft.password.length >= shortestPassword ? {} : { password: 'password' }),
  };
  if (Object.keys(errors).length > 0 || !number.ok) return err(errors);
  return ok({
    token: draft.token.trim(),
    organisation: draft.organisation.trim(),
    territory: { name: draft.territory.trim(), departements: [...draft.departements] },
    line: { name: draft.line.trim(), number: number.value },
    name: draft.name.trim(),
    email: draft.email.trim(),
    password: draft.password,
  });
}

function readNumber(draft: AdministratorDraft): Result<string | null, DraftError> {
  if (draft.lineNumber.trim() === '') return ok(null);
  const region = phoneRegionOfDepartement(draft.departements[0] ?? '');
  const phone = parsePhone(draft.lineNumber, region);
  if (phone.ok) return ok(phone.value.e164);
  return err(phone.error.code === 'short-code' ? 'shortCode' : 'phone');
}
