import {
  type MessageChoice,
  type PersonDetails,
  personDetails,
  type TranslationList,
} from '#src/contract';
import { err, ok, type PhoneRegion, type Result } from '#src/kernel';
import { type MessageChannel, type MessageLanguage, type SmsReach, smsReach } from '#src/messages';

/** How the person wants to be written to, as far as it was chosen; `null`: as usual, or as their record says. */
export type WrittenDraft = {
  readonly language: MessageLanguage;
  readonly channels: readonly MessageChannel[] | null;
  readonly email: string | null;
  readonly address: string | null;
};

/** The same, spelt out. */
export type Written = {
  readonly language: MessageLanguage;
  readonly channels: readonly MessageChannel[];
  readonly email: string;
  readonly address: string;
  readonly reach: SmsReach['code'];
};

/** What is wrong with it. */
export type WrittenProblems = { readonly email?: 'bad'; readonly address?: 'missing' };

type Known = Pick<PersonDetails, 'email' | 'address'> | null;

/** ME-20: unless they chose, a text message where one arrives, else the first address that is known. */
export function writtenAs(
  draft: WrittenDraft,
  known: Known,
  phone: string | null,
  region: PhoneRegion,
): Written {
  const email = draft.email ?? known?.email ?? '';
  const address = draft.address ?? known?.address ?? '';
  const reach = smsReach(phone ?? '', region);
  const usual: readonly MessageChannel[] = reach.canReceive
    ? ['sms']
    : email !== ''
      ? ['email']
      : address !== ''
        ? ['letter']
        : [];
  const chosen = draft.channels ?? usual;
  return {
    language: draft.language,
    channels: chosen.filter((channel) => channel !== 'sms' || reach.canReceive),
    email,
    address,
    reach: reach.code,
  };
}

/** What is to be kept: the choice, and the addresses that it needs. */
export function readWritten(written: Written): Result<
  {
    readonly choice: MessageChoice;
    readonly addresses: Pick<PersonDetails, 'email' | 'address'>;
  },
  WrittenProblems
> {
  const { language, channels } = written;
  const email = personDetails.shape.email.safeParse(written.email.trim() || null);
  const address = personDetails.shape.address.safeParse(written.address.trim() || null);
  const needs = (channel: MessageChannel) => channels.includes(channel);
  const isEmailBad = !email.success || (needs('email') && email.data === null);
  const isAddressBad = !address.success || (needs('letter') && address.data === null);
  if (isEmailBad || isAddressBad) {
    return err({
      ...(isEmailBad ? { email: 'bad' as const } : {}),
      ...(isAddressBad ? { address: 'missing' as const } : {}),
    });
  }
  return ok({
    choice: { language, channels: [...channels] },
    addresses: { email: email.data, address: address.data },
  });
}

/** ME-5: whether a message in that language leaves in French, since nobody has signed its words. */
export function leavesInFrench(
  language: MessageLanguage,
  translations: TranslationList['translations'],
): boolean {
  return translations.some((one) => one.language === language && one.state === 'unsigned');
}
