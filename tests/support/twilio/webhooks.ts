import twilio from 'twilio';
import { testVoice } from '../twilio-account.ts';

export type Parameters = Readonly<Record<string, string>>;

/** What the hub was told, and how it answered; `null`: not at all. */
export type Told = {
  readonly url: string;
  readonly body: Parameters;
  readonly status: number | null;
};

/** Signs what the network tells, and sends it. */
export function openWebhooks(deliver: (request: Request) => Promise<Response>) {
  const told: Told[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const post = async (url: string, body: Parameters): Promise<string | null> => {
    const signature = twilio.getExpectedTwilioSignature(testVoice.authToken, url, body);
    const request = new Request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      },
      body: new URLSearchParams(body),
    });
    try {
      const response = await deliver(request);
      told.push({ url, body, status: response.status });
      return response.ok ? await response.text() : null;
    } catch {
      told.push({ url, body, status: null });
      return null;
    }
  };

  return {
    told,
    /** Asks what to do; the TwiML, or `null`. */
    ask: post,
    /** Tells what happened, one after the other. Nobody waits for it, and what is lost is lost. */
    tell: (url: string, body: Parameters) => {
      last = last.then(() => post(url, body));
    },
    settled: async () => {
      for (let seen: unknown = null; seen !== last; ) {
        seen = last;
        await last;
      }
    },
  };
}
export type Webhooks = ReturnType<typeof openWebhooks>;
