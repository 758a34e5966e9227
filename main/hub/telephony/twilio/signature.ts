import twilio from 'twilio';

/** What a webhook says: each word with its value, or its values. */
export type TwilioParameters = Readonly<Record<string, string | string[]>>;

/**
 * TW-2: whether Twilio signed these words for this address, the public one, whatever the hub itself is reached by. Its own helper tells, in a
 * time that says nothing of the signature.
 */
export function isSignedByTwilio(
  authToken: string,
  signature: string,
  address: string,
  parameters: TwilioParameters,
): boolean {
  return twilio.validateRequest(authToken, signature, address, { ...parameters });
}

/** As Twilio signs: for what the hub tells itself, to know that it would be heard. */
export function signAsTwilio(
  authToken: string,
  address: string,
  parameters: TwilioParameters,
): string {
  return twilio.getExpectedTwilioSignature(authToken, address, { ...parameters });
}

/** The words of a form, read once through: whoever sends it is not known yet. */
export function readForm(body: string): TwilioParameters {
  const form = Map.groupBy(new URLSearchParams(body), ([name]) => name);
  return Object.fromEntries(
    [...form].map(([name, said]) => {
      const values = said.map(([, value]) => value);
      const [first = ''] = values;
      return [name, values.length === 1 ? first : values];
    }),
  );
}
