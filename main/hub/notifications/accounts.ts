import type { Carriers } from './carrier.port.ts';
import { type MailAccount, smtpCarrier } from './smtp.ts';
import { type TwilioSender, twilioCarrier } from './twilio.ts';

/** The operator's accounts with who carries messages. Without one its channel stays on screen. */
export type SendingAccounts = {
  readonly twilio?: TwilioSender;
  readonly mail?: MailAccount;
};

export function openCarriers({ twilio, mail }: SendingAccounts): Carriers {
  return {
    ...(twilio === undefined ? {} : { sms: twilioCarrier(twilio) }),
    ...(mail === undefined ? {} : { email: smtpCarrier(mail) }),
  };
}
