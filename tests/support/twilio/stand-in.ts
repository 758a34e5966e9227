import { serveLocally } from '../local-server.ts';
import { testVoice } from '../twilio-account.ts';
import type { ClientGateway } from './ends.ts';
import { openNetwork } from './network.ts';
import { answerRest } from './rest.ts';
import { openAccount } from './rest-account.ts';
import { openWebhooks } from './webhooks.ts';

type Parts = {
  /** The hub's public address: where its webhooks are, and what their signatures are over. */
  readonly publicUrl: string;
  /** Reaches the hub. It rejects while the hub is down. */
  readonly deliver: (request: Request) => Promise<Response>;
  /** Where softphones are registered; none are without it. */
  readonly gateway?: ClientGateway;
};

/**
 * Twilio, as far as it is used here: numbers that are called, TwiML, conferences, calls commanded by REST, signed webhooks. What
 * it is asked in a way that Twilio would not take is told apart by its own description, in tests/contract.
 */
export async function openStandIn({ publicUrl, deliver, gateway }: Parts) {
  const webhooks = openWebhooks(deliver);
  const network = openNetwork({ publicUrl, webhooks, gateway: gateway ?? { ring: () => null } });
  const account = openAccount();
  const server = await serveLocally((request) => answerRest({ network, account }, request));
  return {
    /** The account, for the hub's configuration. */
    voice: { ...testVoice, origin: server.address },
    /** Somebody calls a number of the account. */
    dial: network.dial,
    /** The next call that the account makes to a number. */
    called: network.called,
    conferences: network.conferences,
    keyed: network.keyed,
    /** What it keeps of voices. */
    recordings: network.recordings.kept,
    /** Its numbers, the application behind them, and its keys. */
    account,
    /** What it told the hub, in order. */
    told: webhooks.told,
    /** Everything that was to be told has been answered, or lost. */
    settled: webhooks.settled,
    close: async () => {
      network.close();
      await server.close();
    },
  };
}
export type TwilioStandIn = Awaited<ReturnType<typeof openStandIn>>;
