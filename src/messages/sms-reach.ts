import { type PhoneRegion, parsePhone } from '#src/kernel';

/** Whether a text message can reach what somebody gave as a number, and what that number is. */
export type SmsReach =
  | {
      readonly code: 'mobile' | 'foreign-mobile';
      readonly canReceive: true;
      /** What to send to, E.164. */
      readonly e164: string;
    }
  | {
      /** `special`: free-phone, shared cost, over the Internet. */
      readonly code: 'landline' | 'special' | 'short-code' | 'not-a-number';
      readonly canReceive: false;
    };

/** Country codes of the numbering plans of France: its mainland's and those overseas. */
const frenchCountryCodes = /^\+(33|262|508|590|594|596|681|687|689)/;

/**
 * ME-12: reads a number, as typed or stored, and says whether it can receive a text message. Where a foreign plan does not
 * tell mobiles from landlines it is taken for a mobile.
 */
export function smsReach(number: string, region: PhoneRegion): SmsReach {
  const read = parsePhone(number, region);
  if (!read.ok) {
    const code = read.error.code === 'short-code' ? 'short-code' : 'not-a-number';
    return { code, canReceive: false };
  }
  const { e164, kind } = read.value;
  switch (kind) {
    case 'mobile':
      return {
        code: frenchCountryCodes.test(e164) ? 'mobile' : 'foreign-mobile',
        canReceive: true,
        e164,
      };
    case 'fixed':
      return { code: 'landline', canReceive: false };
    case 'other':
      return { code: 'special', canReceive: false };
  }
}
