import { z } from 'zod';
import { err, ok, type Result } from '#src/kernel';

/** The operator's account at Twilio: the same for calls and for text messages. */
export type TwilioAccount = {
  readonly accountSid: string;
  /** Signs what Twilio tells the hub, and whatever the hub asks of it. */
  readonly authToken: string;
};

/** What it takes for calls to come and go by Twilio. */
export type TwilioVoice = TwilioAccount & {
  /** Sign the tokens by which a desk's softphone is let in. */
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Where calls are carried and kept; `null`: the United States, Twilio's own default. */
  readonly place: TwilioPlace | null;
  /** Another server than Twilio's own, for tests. */
  readonly origin?: string;
};

/** A place has a name for where data stay (`ie1`) and one for where the network is entered (`dublin`). */
export type TwilioPlace = { readonly region: string; readonly edge: string };

type Environment = Readonly<Record<string, string | undefined>>;

const account = z.object({
  AIGUILLAGE_TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'AIGUILLAGE_TWILIO_ACCOUNT_SID commence par AC')
    .optional(),
  AIGUILLAGE_TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
});

/** The account, from the environment alone: never kept, never logged. The error is a sentence for the operator. */
export function readTwilioAccount(environment: Environment): Result<TwilioAccount | null, string> {
  const read = account.safeParse(environment);
  if (!read.success) return err(sentences(read.error));
  const { AIGUILLAGE_TWILIO_ACCOUNT_SID: accountSid, AIGUILLAGE_TWILIO_AUTH_TOKEN: authToken } =
    read.data;
  if (accountSid === undefined && authToken === undefined) return ok(null);
  if (accountSid === undefined || authToken === undefined) {
    return err(
      'Pour Twilio il faut AIGUILLAGE_TWILIO_ACCOUNT_SID et AIGUILLAGE_TWILIO_AUTH_TOKEN.',
    );
  }
  return ok({ accountSid, authToken });
}

const voice = z.object({
  AIGUILLAGE_TWILIO_API_KEY: z
    .string('AIGUILLAGE_TWILIO_API_KEY est la clé d’API du compte Twilio')
    .regex(/^SK[0-9a-f]{32}$/, 'AIGUILLAGE_TWILIO_API_KEY commence par SK'),
  AIGUILLAGE_TWILIO_API_SECRET: z
    .string('AIGUILLAGE_TWILIO_API_SECRET est le secret de la clé d’API')
    .min(1, 'AIGUILLAGE_TWILIO_API_SECRET est le secret de la clé d’API'),
  AIGUILLAGE_TWILIO_REGION: z
    .string()
    .regex(/^[a-z]{2}\d$/, 'AIGUILLAGE_TWILIO_REGION : ie1, par exemple')
    .optional(),
  AIGUILLAGE_TWILIO_EDGE: z
    .string()
    .regex(/^[a-z-]+$/, 'AIGUILLAGE_TWILIO_EDGE : dublin, par exemple')
    .optional(),
});

/** TW-1: off unless the environment names a key; then all of it is needed. The error is a sentence for the operator. */
export function readTwilioVoice(environment: Environment): Result<TwilioVoice | null, string> {
  const named =
    environment['AIGUILLAGE_TWILIO_API_KEY'] ?? environment['AIGUILLAGE_TWILIO_API_SECRET'];
  if (!named) return ok(null);
  const owner = readTwilioAccount(environment);
  if (!owner.ok) return owner;
  if (owner.value === null) {
    return err(
      'Pour les appels il faut AIGUILLAGE_TWILIO_ACCOUNT_SID et AIGUILLAGE_TWILIO_AUTH_TOKEN.',
    );
  }
  const read = voice.safeParse(environment);
  if (!read.success) return err(sentences(read.error));
  const { AIGUILLAGE_TWILIO_REGION: region, AIGUILLAGE_TWILIO_EDGE: edge } = read.data;
  if ((region === undefined) !== (edge === undefined)) {
    return err('AIGUILLAGE_TWILIO_REGION et AIGUILLAGE_TWILIO_EDGE vont ensemble : ie1 et dublin.');
  }
  return ok({
    ...owner.value,
    apiKey: read.data.AIGUILLAGE_TWILIO_API_KEY,
    apiSecret: read.data.AIGUILLAGE_TWILIO_API_SECRET,
    place: region === undefined || edge === undefined ? null : { region, edge },
  });
}

function sentences(error: z.ZodError): string {
  return error.issues.map(({ message }) => message).join('\n');
}
