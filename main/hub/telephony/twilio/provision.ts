import { twilioPaths } from './addresses.ts';
import type { TwilioClient } from './client.ts';

/** What is wanted of an account: that these numbers (E.164) reach the hub at this address. */
export type WantedAccount = {
  readonly publicUrl: string;
  readonly numbers: readonly string[];
  /** Whether a key for the desks' tokens is known already. */
  readonly hasKey: boolean;
};

/** Something that is missing or wrong. The last two are the operator's to do: they cost money, or want papers. */
export type ProvisionStep =
  | { readonly kind: 'create-app' | 'create-key' }
  | { readonly kind: 'correct-app'; readonly sid: string }
  | { readonly kind: 'point-number'; readonly sid: string; readonly number: string }
  | { readonly kind: 'buy-number' | 'give-address'; readonly number: string };

type Application = { readonly sid: string; readonly isRight: boolean };
type OwnedNumber = {
  readonly number: string;
  readonly sid: string;
  readonly appSid: string | null;
  /** French law wants to know where who has a number is. */
  readonly lacksAddress: boolean;
};
type AccountState = { readonly app: Application | null; readonly numbers: readonly OwnedNumber[] };

/** By this name the application is known again. */
const appName = 'Aiguillage';
const keyName = 'Aiguillage, postes';

/** Where the application sends what happens to its numbers. */
const appSettings = (publicUrl: string) => ({
  voiceUrl: publicUrl + twilioPaths.voice,
  voiceMethod: 'POST',
  voiceFallbackUrl: publicUrl + twilioPaths.fallback,
  voiceFallbackMethod: 'POST',
  statusCallback: publicUrl + twilioPaths.status,
  statusCallbackMethod: 'POST',
});

/** TW-60: what an account lacks, in the order in which it is done. Nothing is changed. It rejects where Twilio refuses or is away. */
export async function whatIsMissing(
  client: TwilioClient,
  wanted: WantedAccount,
): Promise<readonly ProvisionStep[]> {
  return missingOf(await readState(client, wanted), wanted);
}

function missingOf({ app, numbers }: AccountState, wanted: WantedAccount): ProvisionStep[] {
  const steps: ProvisionStep[] = [];
  if (app === null) steps.push({ kind: 'create-app' });
  else if (!app.isRight) steps.push({ kind: 'correct-app', sid: app.sid });
  if (!wanted.hasKey) steps.push({ kind: 'create-key' });
  for (const number of wanted.numbers) {
    const owned = numbers.find((known) => known.number === number);
    if (owned === undefined) {
      steps.push({ kind: 'buy-number', number });
      continue;
    }
    if (app === null || owned.appSid !== app.sid) {
      steps.push({ kind: 'point-number', sid: owned.sid, number });
    }
    if (owned.lacksAddress) steps.push({ kind: 'give-address', number });
  }
  return steps;
}

async function readState(client: TwilioClient, wanted: WantedAccount): Promise<AccountState> {
  const [found] = await client.applications.list({ friendlyName: appName, limit: 1 });
  const settings = Object.entries(appSettings(wanted.publicUrl));
  const said = found === undefined ? null : Object.entries(found);
  const isRight = settings.every(([name, value]) =>
    said?.some(([key, is]) => key === name && is === value),
  );
  const numbers = [];
  for (const number of wanted.numbers) {
    const [owned] = await client.incomingPhoneNumbers.list({ phoneNumber: number, limit: 1 });
    if (owned === undefined) continue;
    const { sid, voiceApplicationSid, addressRequirements, addressSid, bundleSid } = owned;
    numbers.push({
      ...{ number, sid },
      appSid: voiceApplicationSid || null,
      lacksAddress: addressRequirements !== 'none' && !addressSid && !bundleSid,
    });
  }
  return { app: found === undefined ? null : { sid: found.sid, isRight }, numbers };
}

/** A key that was made. Its secret is told this once. */
export type MadeKey = { readonly sid: string; readonly secret: string };

/** TW-60: does what the program can. Done again, nothing is left to do. */
export async function provision(
  client: TwilioClient,
  { publicUrl }: WantedAccount,
  steps: readonly ProvisionStep[],
): Promise<MadeKey | null> {
  let made: MadeKey | null = null;
  for (const step of steps) {
    switch (step.kind) {
      case 'create-app':
        await client.applications.create({ friendlyName: appName, ...appSettings(publicUrl) });
        break;
      case 'correct-app':
        await client.applications(step.sid).update(appSettings(publicUrl));
        break;
      case 'create-key': {
        const { sid, secret } = await client.newKeys.create({ friendlyName: keyName });
        made = { sid, secret };
        break;
      }
      case 'point-number': {
        const [app] = await client.applications.list({ friendlyName: appName, limit: 1 });
        await client.incomingPhoneNumbers(step.sid).update({ voiceApplicationSid: app?.sid ?? '' });
        break;
      }
      case 'buy-number':
      case 'give-address':
        break;
    }
  }
  return made;
}
