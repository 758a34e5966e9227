import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';
import type { SendingAccounts } from '../hub/notifications/accounts.ts';
import { readTwilioAccount } from '../hub/telephony/twilio/config.ts';

const environment = z.object({
  AIGUILLAGE_SMS_SENDER: z
    .string()
    .regex(
      /^(?=.*[A-Za-z])[A-Za-z0-9 ]{3,11}$/,
      'AIGUILLAGE_SMS_SENDER : 3 à 11 lettres et chiffres, une lettre au moins',
    )
    .optional(),
  AIGUILLAGE_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'AIGUILLAGE_SMTP_URL : smtps://compte:secret@serveur' })
    .optional(),
  AIGUILLAGE_MAIL_FROM: z.email('AIGUILLAGE_MAIL_FROM est une adresse e-mail').optional(),
});

/** The operator's accounts, from the environment alone: never kept, never logged. The error is a sentence for the operator. */
export function readSendingAccounts(env: NodeJS.ProcessEnv): Result<SendingAccounts, string> {
  const read = environment.safeParse(env);
  if (!read.success) return err(read.error.issues.map(({ message }) => message).join('\n'));
  const twilio = readTwilioAccount(env);
  if (!twilio.ok) return twilio;
  const {
    AIGUILLAGE_SMS_SENDER: sender,
    AIGUILLAGE_SMTP_URL: url,
    AIGUILLAGE_MAIL_FROM: from,
  } = read.data;
  // An account without a sender is one for calls alone.
  if (sender !== undefined && twilio.value === null) {
    return err(
      'Pour les SMS il faut AIGUILLAGE_TWILIO_ACCOUNT_SID, AIGUILLAGE_TWILIO_AUTH_TOKEN et AIGUILLAGE_SMS_SENDER.',
    );
  }
  if ((url === undefined) !== (from === undefined)) {
    return err('Pour les e-mails il faut AIGUILLAGE_SMTP_URL et AIGUILLAGE_MAIL_FROM.');
  }
  return ok({
    ...(twilio.value && sender ? { twilio: { ...twilio.value, sender } } : {}),
    ...(url && from ? { mail: { url, from } } : {}),
  });
}
