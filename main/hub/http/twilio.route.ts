import type { Services } from '../services.ts';
import { twilioPaths } from '../telephony/twilio/addresses.ts';
import {
  type Asked,
  answerCall,
  answerKeys,
  answerProposal,
  answerWait,
} from '../telephony/twilio/answers.ts';
import { hear } from '../telephony/twilio/events.ts';
import type { LegNews } from '../telephony/twilio/keep-news.ts';
import { conferenceNews, type Envelope, statusNews } from '../telephony/twilio/news.ts';
import type { TwilioWebhooks } from '../telephony/twilio/open-twilio.ts';
import { hearRecording } from '../telephony/twilio/recording-news.ts';
import { isSignedByTwilio, readForm } from '../telephony/twilio/signature.ts';
import { goodbyeDocument } from '../telephony/twilio/twiml.ts';
import { waitMusic } from '../telephony/twilio/wait-music.ts';
import type { doors, Route } from './doors.ts';
import { type HubContext, problem } from './respond.ts';

type Signed = Asked & Envelope;
/** A document that says what to do next; nothing where Twilio only tells. */
type Answer = (twilio: TwilioWebhooks, asked: Signed) => Promise<string | null>;

/** Where Twilio asks and tells, TW-2: its signature lets it in, and nothing else does. */
export function twilioRoutes(
  services: Services,
  { open }: Pick<ReturnType<typeof doors>, 'open'>,
): readonly Route[] {
  const heard = (path: string, answer: Answer, method: Route['method'] = 'POST') =>
    open(method, path, 'carrier.tell', (c) => answerSigned(services, c, answer));
  return [
    heard(twilioPaths.voice, answerCall),
    heard(twilioPaths.gather, answerKeys),
    heard(twilioPaths.propose, answerProposal),
    heard(twilioPaths.wait, answerWait),
    // Music on hold is asked for in this way.
    heard(twilioPaths.wait, answerWait, 'GET'),
    heard(twilioPaths.status, told(statusNews)),
    heard(twilioPaths.conference, told(conferenceNews)),
    heard(twilioPaths.voicemail, async (twilio, asked) => {
      await hearRecording(twilio, asked);
      return goodbyeDocument('message');
    }),
    heard(twilioPaths.recording, async (twilio, asked) => {
      await hearRecording(twilio, asked);
      return null;
    }),
    heard(twilioPaths.fallback, async (_twilio, { parameters }) => {
      services.ports.log.error({ twilio: 'fallback', code: parameters['ErrorCode'] });
      return goodbyeDocument('failure');
    }),
    open('GET', twilioPaths.music, 'desk.read', playMusic()),
  ];
}

function told(read: (parameters: Signed['parameters'], asked: Signed) => LegNews | null): Answer {
  return async (twilio, asked) => {
    const news = read(asked.parameters, asked);
    if (news !== null) await hear(twilio, news);
    return null;
  };
}

async function answerSigned(
  { twilio, ports }: Services,
  c: HubContext,
  answer: Answer,
): Promise<Response> {
  if (twilio === null) return problem(c, 'not-found');
  const { pathname, search, searchParams: query } = new URL(c.req.url);
  const parameters = c.req.method === 'GET' ? {} : readForm(await c.req.text());
  const address = twilio.publicUrl + pathname + search;
  const signature = c.req.header('x-twilio-signature') ?? '';
  if (!isSignedByTwilio(twilio.authToken, signature, address, parameters)) {
    // The address without what it asks: its ids lead to people.
    ports.log.warn({ twilio: 'refused', address: twilio.publicUrl + pathname });
    return problem(c, 'forbidden', 'signature');
  }
  const idempotencyToken = c.req.header('i-twilio-idempotency-token');
  const receivedAt = ports.clock();
  const document = await answer(twilio, { parameters, query, idempotencyToken, receivedAt });
  if (document === null) return c.body(null, 204);
  return c.body(document, 200, { 'Content-Type': 'text/xml; charset=utf-8' });
}

/** The same for everybody: it is made once, when it is first asked for. */
function playMusic() {
  const made: Uint8Array<ArrayBuffer>[] = [];
  return (c: HubContext) => {
    const [music = waitMusic()] = made;
    made[0] = music;
    return c.body(music, 200, {
      'Content-Type': 'audio/wav',
      'Cache-Control': 'public, max-age=86400',
    });
  };
}
