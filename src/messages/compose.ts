import { emailPage } from './email-page.ts';
import type {
  MessageChannel,
  PersonFacts,
  PersonMessageKind,
  VenueFacts,
  VenueMessageKind,
} from './facts.ts';
import type { MessageLanguage } from './languages.ts';
import { personSentences, personSubject } from './person-message.ts';
import { type SmsLength, smsLength } from './sms.ts';
import { smsText } from './sms-text.ts';
import { venueSentences, venueSubject } from './venue-message.ts';

/** A message to a person. */
export type PersonMessage = {
  readonly kind: PersonMessageKind;
  readonly channel: MessageChannel;
  readonly language: MessageLanguage;
  readonly facts: PersonFacts;
};

/** A message to a venue: in French, by e-mail. */
export type VenueMessage = {
  readonly kind: VenueMessageKind;
  readonly channel: 'email';
  readonly language: 'fr';
  readonly facts: VenueFacts;
};

/** A message as it leaves. */
export type ComposedMessage = {
  /** `null` for a text message, which has none. */
  readonly subject: string | null;
  /** Plain text, one sentence a line but in a text message. */
  readonly text: string;
  /** A whole HTML document, for an e-mail only. */
  readonly html: string | null;
  /** How a text message is cut; `null` for the others. */
  readonly sms: SmsLength | null;
};

/** ME-1 to ME-8: writes a message. Whether its language is on is asked of `languageToUse` before. */
export function composeMessage(message: PersonMessage | VenueMessage): ComposedMessage {
  switch (message.kind) {
    case 'venue-request':
    case 'venue-reminder':
    case 'venue-cancelled':
      return written(message, venueSubject(message), venueSentences(message));
    default:
      return message.channel === 'sms'
        ? asSms(smsText(message))
        : written(message, personSubject(message), personSentences(message));
  }
}

function asSms(text: string): ComposedMessage {
  return { subject: null, text, html: null, sms: smsLength(text) };
}

function written(
  { channel, language, facts }: PersonMessage | VenueMessage,
  subject: string,
  sentences: readonly string[],
): ComposedMessage {
  return {
    subject,
    text: sentences.join('\n'),
    html:
      channel === 'email'
        ? emailPage({ language, subject, sentences, pages: pagesIn(facts) })
        : null,
    sms: null,
  };
}

/** The addresses that a message may hold. */
function pagesIn(facts: PersonFacts | VenueFacts): readonly string[] {
  const video = 'meeting' in facts && facts.meeting.way === 'video' ? facts.meeting.page : null;
  return [facts.link, video].filter((page) => page !== null);
}
