import { signAsTwilio } from '../../../main/hub/telephony/twilio/signature.ts';
import { testVoice } from '../twilio-account.ts';

type Over = {
  /** In place of the right one; `null`: none. */
  readonly signature?: string | null;
  readonly idempotencyToken?: string;
};

/** A webhook as Twilio sends it: a form, and the signature over the address and every word of it. */
export function signed(
  address: string,
  words: Readonly<Record<string, string>>,
  { signature, idempotencyToken }: Over = {},
): Request {
  const mark =
    signature === undefined ? signAsTwilio(testVoice.authToken, address, words) : signature;
  return new Request(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(mark === null ? {} : { 'x-twilio-signature': mark }),
      ...(idempotencyToken === undefined ? {} : { 'i-twilio-idempotency-token': idempotencyToken }),
    },
    body: new URLSearchParams(words),
  });
}
