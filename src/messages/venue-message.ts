import type { VenueFacts, VenueMessageKind } from './facts.ts';
import { sayWhen } from './say-time.ts';
import { dialled, wordsOf } from './sentences.ts';
import { fill } from './template.ts';
import { textsForVenues, textsOf } from './texts.ts';

type Message = { readonly kind: VenueMessageKind; readonly facts: VenueFacts };

/** What the e-mail to a venue is about. */
export function venueSubject({ kind }: Message): string {
  return textsForVenues.subject[kind];
}

/** ME-3: what a venue is told. Who comes and what for is read behind the link, by whoever may. */
export function venueSentences({ kind, facts }: Message): readonly string[] {
  const texts = textsForVenues;
  const line = facts.line.name;
  const link = facts.link === null ? [] : [fill(texts.link, { link: facts.link }), texts.linkLife];
  return [
    texts.greeting,
    fill(texts.opening[kind], { line, name: facts.venueName }),
    ...appointmentSentence({ kind, facts }),
    ...(kind === 'venue-cancelled' ? [] : link),
    fill(texts.phone, { line, phone: dialled(facts.line.phone, wordsOf('fr')) }),
    texts.closing,
    line,
  ];
}

function appointmentSentence({ kind, facts }: Message): readonly string[] {
  const { appointment } = facts;
  const isCancelled = kind === 'venue-cancelled';
  if (appointment === null) return isCancelled ? [] : [textsForVenues.noAppointment];
  const when = sayWhen(appointment.start, appointment.zone, textsOf('fr').calendar);
  const sentence = isCancelled ? textsForVenues.cancelledAppointment : textsForVenues.appointment;
  return [fill(sentence, { when })];
}
