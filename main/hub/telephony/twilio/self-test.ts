import type { Ports } from '../../ports.ts';
import { twilioPaths } from './addresses.ts';
import { signAsTwilio } from './signature.ts';

/** What becomes of a webhook that Twilio would send now. */
type SelfTest = 'heard' | 'refused' | 'unreachable' | 'not-public';

type Parts = {
  readonly publicUrl: string;
  readonly authToken: string;
  /** Sends it; over the network where nothing else is said. */
  readonly send?: (address: string, request: RequestInit) => Promise<Response>;
};

const timeoutMs = 10_000;

/**
 * TW-3: signs a request as Twilio does, sends it to the public address, and says whether it is heard: a proxy that changes the host, or
 * another address in the settings, refuses every call.
 */
export async function testWebhooks({
  publicUrl,
  authToken,
  send = fetch,
}: Parts): Promise<SelfTest> {
  const address = publicUrl + twilioPaths.fallback;
  if (!address.startsWith('https:')) return 'not-public';
  const parameters = { ErrorCode: '0' };
  try {
    const { status } = await send(address, {
      method: 'POST',
      headers: { 'x-twilio-signature': signAsTwilio(authToken, address, parameters) },
      body: new URLSearchParams(parameters),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return status === 200 ? 'heard' : 'refused';
  } catch {
    return 'unreachable';
  }
}

/** What it means for the operator. */
export const selfTestSentences: Readonly<Record<SelfTest, string>> = {
  heard: 'Les appels de Twilio arrivent à cette adresse.',
  refused:
    'Les appels de Twilio seraient refusés : PUBLIC_URL n’est pas l’adresse par laquelle ils arrivent, ou le serveur devant le hub la change.',
  unreachable:
    'Personne ne répond à PUBLIC_URL depuis cette machine : Twilio n’arrive peut-être pas jusqu’au hub.',
  'not-public':
    'PUBLIC_URL n’est pas une adresse https : Twilio n’appelle pas ce hub, qui ne reçoit donc aucun appel de ses lignes.',
};

/** Says it in the log, once, when the hub begins to answer. */
export async function logSelfTest({ log }: Ports, parts: Parts): Promise<void> {
  const result = await testWebhooks(parts);
  const line = { twilio: result, address: parts.publicUrl };
  if (result === 'heard') log.info(line, selfTestSentences.heard);
  else log.error(line, selfTestSentences[result]);
}
