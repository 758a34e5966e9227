import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';

/** How the operator's own account at RDV Service Public is reached. */
export type RdvSettings = {
  /** Its origin: `https://rdv.anct.gouv.fr`. */
  readonly address: string;
  readonly email: string;
  readonly password: string;
  /** Signs what the site says by itself: given with the webhook there. */
  readonly webhookSecret: string;
};

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

const variables = z.object({
  AIGUILLAGE_RDV_URL: z
    .url('AIGUILLAGE_RDV_URL est l’adresse de RDV Service Public : https://rdv.anct.gouv.fr')
    .transform((address) => new URL(address).origin)
    .refine(
      (origin) => origin.startsWith('https://') || loopback.test(origin),
      'AIGUILLAGE_RDV_URL commence par https',
    ),
  AIGUILLAGE_RDV_EMAIL: z.email('AIGUILLAGE_RDV_EMAIL est l’adresse du compte agent'),
  AIGUILLAGE_RDV_PASSWORD: z
    .string('AIGUILLAGE_RDV_PASSWORD est le mot de passe du compte agent')
    .min(1, 'AIGUILLAGE_RDV_PASSWORD est le mot de passe du compte agent'),
  AIGUILLAGE_RDV_WEBHOOK_SECRET: z
    .string('AIGUILLAGE_RDV_WEBHOOK_SECRET signe ce que RDV Service Public annonce')
    .min(16, 'AIGUILLAGE_RDV_WEBHOOK_SECRET compte au moins 16 caractères'),
});

/** BO-61: off unless the environment names an address; then all of it is needed. The error is a sentence for the operator. */
export function readRdvSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<RdvSettings | null, string> {
  if (!environment['AIGUILLAGE_RDV_URL']) return ok(null);
  const read = variables.safeParse(environment);
  if (!read.success) return err(read.error.issues.map(({ message }) => message).join('\n'));
  return ok({
    address: read.data.AIGUILLAGE_RDV_URL,
    email: read.data.AIGUILLAGE_RDV_EMAIL,
    password: read.data.AIGUILLAGE_RDV_PASSWORD,
    webhookSecret: read.data.AIGUILLAGE_RDV_WEBHOOK_SECRET,
  });
}
