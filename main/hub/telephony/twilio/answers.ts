import { z } from 'zod';
import { describePhone, mayBeCalledBack, parsePhone } from '#src/kernel';
import { unansweredWays } from '#src/routing';
import type { ArrivingCall, Reception } from '../../queue/receive-call.ts';
import { type GatherStep, gatherSteps, twilioPaths } from './addresses.ts';
import { type CallPlace, readCallPlace } from './call-place.ts';
import { type HearingParts, hearEarlier } from './events.ts';
import type { TwilioParameters } from './signature.ts';
import {
  askNumberDocument,
  goodbyeDocument,
  greetDocument,
  insteadDocument,
  joinDocument,
  messageDocument,
  type Place,
  waitDocument,
} from './twiml.ts';

/** What it takes to say what a caller's end does next. */
export type AnswerParts = HearingParts & {
  readonly publicUrl: string;
  readonly receive: (arriving: ArrivingCall) => Promise<Reception>;
};

/** What Twilio asks: its words, and the address, which says of which call. */
export type Asked = { readonly parameters: TwilioParameters; readonly query: URLSearchParams };

const arriving = z.object({ CallSid: z.string(), To: z.string(), From: z.string().default('') });

/** TW-10: a number is called. */
export async function answerCall(parts: AnswerParts, { parameters }: Asked): Promise<string> {
  const { CallSid: legId, To: lineNumber, From } = arriving.parse(parameters);
  const reception = await parts.receive({ lineNumber, from: callerOf(From), legId });
  if (reception.kind === 'unknown-line') {
    parts.ports.log.warn({ twilio: 'unknown-line' });
    return goodbyeDocument('unknown-line');
  }
  await hearEarlier(parts, legId);
  const { callId, rules, kind } = reception;
  const place = { publicUrl: parts.publicUrl, callId };
  if (kind === 'queued') return greetDocument(place, rules);
  return insteadDocument(place, rules, { reason: kind, way: rules.unanswered });
}

/** Who withholds their number comes as a word, or as a number that no plan has. */
function callerOf(from: string): string | null {
  return describePhone(from)?.e164 ?? null;
}

const pressed = z.object({ Digits: z.string().default(''), From: z.string().default('') });

/** TW-14: what a caller keyed. */
export async function answerKeys(
  parts: AnswerParts,
  { parameters, query }: Asked,
): Promise<string> {
  const place = placeOf(parts, query);
  const { Digits: digits, From } = pressed.parse(parameters);
  const step = z.enum(gatherSteps).parse(query.get('step'));
  if (step === 'back' || !isChoice(step, digits)) return stay(parts, place);
  switch (step) {
    case 'choice':
      return mayBeCalledBack(From) ? callBack(parts, place, null) : askNumberDocument(place, false);
    case 'message':
      return messageDocument(place);
    case 'number':
    case 'last-number': {
      const number = parsePhone(digits, 'FR');
      if (number.ok && mayBeCalledBack(number.value.e164)) {
        return callBack(parts, place, number.value.e164);
      }
      return step === 'number' ? askNumberDocument(place, true) : goodbyeDocument('number');
    }
  }
}

const isChoice = (step: GatherStep, digits: string) =>
  digits === '1' || step === 'number' || step === 'last-number';

async function callBack(
  { tell }: AnswerParts,
  place: Place,
  number: string | null,
): Promise<string> {
  await tell({ kind: 'call-back-asked', callId: place.callId, number });
  return goodbyeDocument('call-back');
}

/** Back where they were, if there is still somebody to wait for or to speak with. */
async function stay(parts: AnswerParts, place: Place): Promise<string> {
  const found = await readPlace(parts, place);
  return found !== null && isOn(found) ? joinDocument(place) : goodbyeDocument('over');
}

function isOn({ state, isTurnedAway }: CallPlace): boolean {
  return !isTurnedAway && (state === 'waiting' || state === 'ringing' || state === 'live');
}

/** TW-13: what is heard who waits or is held. */
export async function answerWait(parts: AnswerParts, { query }: Asked): Promise<string> {
  const place = placeOf(parts, query);
  const found = await readPlace(parts, place);
  return waitDocument(place, twilioPaths.music, found?.waits ?? null);
}

/** TW-14: they have waited for long; unless somebody is found meanwhile. */
export async function answerProposal(parts: AnswerParts, { query }: Asked): Promise<string> {
  const place = placeOf(parts, query);
  const way = z.enum(unansweredWays).parse(query.get('way'));
  const found = await readPlace(parts, place);
  if (found?.state !== 'waiting') return stay(parts, place);
  return insteadDocument(place, found.rules, { reason: 'long', way });
}

function placeOf({ publicUrl }: Pick<AnswerParts, 'publicUrl'>, query: URLSearchParams): Place {
  return { publicUrl, callId: z.uuid().parse(query.get('call')) };
}

function readPlace({ database }: AnswerParts, { callId }: Place): Promise<CallPlace | null> {
  return database.transaction((tx) => readCallPlace(tx, callId));
}
