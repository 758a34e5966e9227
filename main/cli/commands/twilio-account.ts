import { z } from 'zod';
import { err, ok, parsePhone, type Result } from '#src/kernel';
import { type TwilioClient, twilioClient } from '../../hub/telephony/twilio/client.ts';
import {
  readTwilioAccount,
  readTwilioVoice,
  type TwilioVoice,
} from '../../hub/telephony/twilio/config.ts';
import type { ProvisionStep, WantedAccount } from '../../hub/telephony/twilio/provision.ts';

/** What both commands are about: the account of the environment, and what is wanted of it. */
export type AskedAccount = {
  readonly client: TwilioClient;
  readonly wanted: WantedAccount;
  readonly authToken: string;
  /** `null`: no key for the desks' tokens yet. */
  readonly voice: TwilioVoice | null;
};

const publicUrl = z.url({
  protocol: /^https$/,
  error:
    'PUBLIC_URL est l’adresse https du hub : Twilio n’appelle aucune autre. Sans elle, voyez « Sans adresse publique » dans docs/telephony.md.',
});

const restTimeoutMs = 15_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment as the hub does, and the numbers as they were typed. `origin`: another server than Twilio's, for tests. */
export function readAskedAccount(
  environment: Environment,
  typed: readonly string[],
  origin?: string,
): Result<AskedAccount, string> {
  const account = readTwilioAccount(environment);
  if (!account.ok) return account;
  if (account.value === null) {
    return err('Il faut AIGUILLAGE_TWILIO_ACCOUNT_SID et AIGUILLAGE_TWILIO_AUTH_TOKEN.');
  }
  const voice = readTwilioVoice(environment);
  if (!voice.ok) return voice;
  const address = publicUrl.safeParse(environment['PUBLIC_URL']);
  if (!address.success) return err(address.error.issues.map(({ message }) => message).join('\n'));
  const numbers: string[] = [];
  for (const text of typed) {
    const number = parsePhone(text, 'FR');
    if (!number.ok) return err(`${text} n’est pas un numéro de téléphone.`);
    numbers.push(number.value.e164);
  }
  const { accountSid, authToken } = account.value;
  const reached = voice.value ?? { accountSid, authToken, place: null };
  return ok({
    client: twilioClient(
      { ...reached, ...(origin === undefined ? {} : { origin }) },
      restTimeoutMs,
    ),
    wanted: {
      publicUrl: new URL(address.data).origin,
      numbers,
      hasKey: voice.value !== null,
    },
    authToken,
    voice: voice.value,
  });
}

/** What a step does, or asks of the operator, as a sentence. */
export function stepSentence(step: ProvisionStep): string {
  switch (step.kind) {
    case 'create-app':
      return 'Créer l’application « Aiguillage », qui envoie les appels au hub.';
    case 'correct-app':
      return 'Corriger les adresses de l’application « Aiguillage ».';
    case 'create-key':
      return 'Créer la clé qui ouvre les postes.';
    case 'point-number':
      return `Relier ${step.number} à l’application.`;
    case 'buy-number':
      return `À faire par vous : ${step.number} n’est pas à ce compte. Achetez ce numéro, ou portez-le, dans la console de Twilio.`;
    case 'give-address':
      return `À faire par vous : ${step.number} demande une adresse. Donnez-la dans la console, avec ses justificatifs.`;
  }
}

/** Whether the step is the operator's to do. */
export function isByHand({ kind }: ProvisionStep): boolean {
  return kind === 'buy-number' || kind === 'give-address';
}

const refusal = z.object({ status: z.number() });

/** Why Twilio did not do what it was asked. Its own words may hold what was sent: they are not repeated. */
export function describeRefusal(error: unknown): string {
  const answer = refusal.safeParse(error);
  if (!answer.success) return 'Twilio ne répond pas : vérifiez la connexion de cette machine.';
  const { status } = answer.data;
  if (status === 401 || status === 403) {
    return 'Twilio refuse ce compte : vérifiez le SID, le jeton, et qu’ils sont de la même région.';
  }
  return `Twilio a refusé la demande (${status}).`;
}
