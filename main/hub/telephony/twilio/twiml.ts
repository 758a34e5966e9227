import twilio from 'twilio';
import type { LineRules, UnansweredWay } from '#src/routing';
import { twilioAddresses } from './addresses.ts';
import { legLabel } from './leg-label.ts';

/** What Twilio does next on a caller's end: its own language, written by its own helper. Every text is said aloud. */
type Said = InstanceType<typeof twilio.twiml.VoiceResponse>;
type CanSay = Pick<Said, 'say'>;

/** For which call, under which public address. */
export type Place = { readonly publicUrl: string; readonly callId: string };

/** How long somebody who has heard the choice may think. */
const choiceS = 6;
const numberS = 10;
const messageS = 180;
/** Twilio asks again at once where the hub fails: not faster than this. */
const breathS = 2;

const keysOnly: 'dtmf'[] = ['dtmf'];

const french = { language: 'fr-FR' } as const;
const say = (into: CanSay, text: string) => into.say(french, text);
const document = () => new twilio.twiml.VoiceResponse();

/** TW-12: the greeting, what the law wants said, the key to be called back, and the place in the queue. */
export function greetDocument(place: Place, rules: LineRules): string {
  const response = document();
  const choice = response.gather({ ...oneKey(place, 'choice'), timeout: 1 });
  for (const text of greeting(rules)) say(choice, text);
  say(choice, 'Pour raccrocher et être rappelé à votre tour, tapez 1.');
  join(response, place);
  return response.toString();
}

function greeting({ greeting, recordingDays, isListenedTo }: LineRules): readonly string[] {
  return [
    greeting,
    ...(recordingDays === null
      ? []
      : [
          'Cet appel peut être enregistré. Si vous ne le souhaitez pas, dites-le à votre conseiller.',
        ]),
    ...(isListenedTo ? ['Il peut être écouté par un responsable du service.'] : []),
  ];
}

/** Back to the queue, or to whom they were speaking with. */
export function joinDocument(place: Place): string {
  const response = document();
  join(response, place);
  return response.toString();
}

/** TW-11: who waits is in the call's conference already; it begins when an adviser joins, and ends with the caller. */
function join(response: Said, place: Place): void {
  const { conference, wait, gather } = addressesOf(place);
  response.dial().conference(
    {
      participantLabel: legLabel({ role: 'caller' }),
      beep: 'false',
      startConferenceOnEnter: false,
      endConferenceOnExit: true,
      waitUrl: wait,
      statusCallback: conference,
      statusCallbackEvent: ['join', 'leave', 'hold'],
    },
    place.callId,
  );
  // It went on without a conference: that failed, or ended before the caller did.
  response.pause({ length: breathS });
  response.redirect(gather('back'));
}

/** Why a caller waits: how many are `ahead` in the queue, or their adviser was lost and is waited for; `null`: they are held. */
export type Waits = { readonly ahead: number } | 'adviser-lost' | null;

/** TW-13: how many wait before them, or that their adviser comes back, then music. */
export function waitDocument({ publicUrl, callId }: Place, music: string, waits: Waits) {
  const response = document();
  if (waits !== null)
    say(response, waits === 'adviser-lost' ? lostText : positionText(waits.ahead));
  response.play({ loop: 2 }, publicUrl + music);
  response.redirect(twilioAddresses(publicUrl, callId).wait);
  return response.toString();
}

const lostText =
  'La communication avec votre conseiller s’est interrompue. Il revient tout de suite : restez en ligne.';

function positionText(ahead: number): string {
  if (ahead === 0) return 'Vous êtes la prochaine personne à qui nous répondrons.';
  if (ahead === 1) return 'Une personne est avant vous. Merci de patienter.';
  return `${ahead} personnes sont avant vous. Merci de patienter.`;
}

/** Why nobody answers, in the line's own words or in ours. */
const reasons = {
  closed: ({ closed }: LineRules) => closed,
  full: () =>
    'Bonjour. Beaucoup de personnes attendent déjà, et nous ne pourrons pas vous répondre maintenant.',
  long: () => 'Aucun conseiller ne sera libre tout de suite.',
} as const satisfies Record<string, (rules: LineRules) => string>;
type UnansweredReason = keyof typeof reasons;

/** TW-14: what they may do instead. Who only had to wait long goes back to their place where they choose nothing. */
export function insteadDocument(
  place: Place,
  rules: LineRules,
  { reason, way }: { readonly reason: UnansweredReason; readonly way: UnansweredWay },
): string {
  const response = document();
  const isWaiting = reason === 'long';
  if (way === 'voicemail' && !isWaiting) {
    say(response, reasons[reason](rules));
    record(response, place);
    return response.toString();
  }
  const step = way === 'voicemail' ? 'message' : 'choice';
  const choice = response.gather({ ...oneKey(place, step), timeout: choiceS });
  say(choice, reasons[reason](rules));
  say(
    choice,
    way === 'voicemail' ? 'Pour laisser un message, tapez 1.' : 'Pour être rappelé, tapez 1.',
  );
  if (isWaiting) {
    say(choice, 'Sinon, restez en ligne : vous gardez votre place.');
    join(response, place);
  } else {
    goodbye(response, 'Merci de votre appel. Au revoir.');
  }
  return response.toString();
}

/** Who withholds their number says where to call them back. */
export function askNumberDocument(place: Place, isAgain: boolean): string {
  const response = document();
  const { gather } = addressesOf(place);
  const keys = response.gather({
    input: keysOnly,
    action: gather(isAgain ? 'last-number' : 'number'),
    finishOnKey: '#',
    numDigits: 10,
    timeout: numberS,
    actionOnEmptyResult: true,
  });
  say(
    keys,
    isAgain
      ? 'Je n’ai pas compris ce numéro. Tapez-le encore, chiffre par chiffre.'
      : 'Votre numéro est masqué. Tapez les dix chiffres du numéro où vous rappeler.',
  );
  return response.toString();
}

export function messageDocument(place: Place): string {
  const response = document();
  record(response, place);
  return response.toString();
}

function record(response: Said, place: Place): void {
  const { voicemail, recording } = addressesOf(place);
  say(
    response,
    'Laissez votre nom, votre numéro et votre question après le signal. Pour finir, tapez dièse ou raccrochez.',
  );
  response.record({
    action: voicemail,
    recordingStatusCallback: recording,
    maxLength: messageS,
    finishOnKey: '#',
    playBeep: true,
  });
  goodbye(response, 'Nous n’avons rien entendu. Au revoir.');
}

const goodbyes = {
  'call-back':
    'C’est noté. Vous gardez votre place, et nous vous rappelons à votre tour. Au revoir.',
  message: 'Merci. Votre message est enregistré, et nous vous rappellerons. Au revoir.',
  number: 'Nous n’avons pas pu noter votre numéro. Merci de nous rappeler. Au revoir.',
  over: 'Merci de votre appel. Au revoir.',
  'unknown-line': 'Le numéro que vous avez composé n’est plus en service. Au revoir.',
  failure:
    'Nous avons une difficulté technique. Merci de nous rappeler dans quelques minutes. Au revoir.',
} as const;

/** Last words; then the call is over. */
export function goodbyeDocument(which: keyof typeof goodbyes): string {
  const response = document();
  goodbye(response, goodbyes[which]);
  return response.toString();
}

function goodbye(response: Said, text: string): void {
  say(response, text);
  response.hangup();
}

function oneKey(place: Place, step: 'choice' | 'message') {
  return {
    input: keysOnly,
    action: addressesOf(place).gather(step),
    numDigits: 1,
  };
}

function addressesOf({ publicUrl, callId }: Place) {
  return twilioAddresses(publicUrl, callId);
}
