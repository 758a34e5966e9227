import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import type { TwilioAccount, TwilioPlace } from './config.ts';

type Reached = TwilioAccount & {
  readonly place?: TwilioPlace | null;
  /** Another server than Twilio's own, for tests. */
  readonly origin?: string;
};

/** Twilio's own helper for an account, asking where the account is kept. */
export function twilioClient({ accountSid, authToken, place, origin }: Reached, timeoutMs: number) {
  return twilio(accountSid, authToken, {
    httpClient: new RequestsTo(origin ?? null, timeoutMs),
    // The program's own settings are the operator's; none is read behind its back.
    env: {},
    region: place?.region ?? '',
    edge: place?.edge ?? '',
  });
}
export type TwilioClient = ReturnType<typeof twilioClient>;

/** The helper's requests, to Twilio or to where a test says. */
class RequestsTo extends RequestClient {
  readonly #origin: string | null;

  constructor(origin: string | null, timeout: number) {
    super({ timeout });
    this.#origin = origin;
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>) {
    if (this.#origin === null) return super.request<Data>(options);
    const { pathname, search } = new URL(options.uri);
    return super.request<Data>({ ...options, uri: this.#origin + pathname + search });
  }
}
