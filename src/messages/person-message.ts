import type { PersonFacts, PersonMessageKind } from './facts.ts';
import type { MessageLanguage } from './languages.ts';
import { sayDay } from './say-time.ts';
import {
  bringSentence,
  nextSentences,
  openingSentence,
  subjectOf,
  whereSentences,
  wordsOf,
  yourClockSentence,
} from './sentences.ts';
import { fill } from './template.ts';

type Message = {
  readonly kind: PersonMessageKind;
  readonly language: MessageLanguage;
  readonly facts: PersonFacts;
};

/** What an e-mail or a letter is about, on one line. */
export function personSubject({ kind, language, facts }: Message): string {
  const { texts } = wordsOf(language);
  const { start, zone } = facts.appointment;
  return fill(texts.subject[subjectOf(kind, facts)], { day: sayDay(start, zone, texts.calendar) });
}

/** ME-2: what an e-mail or a letter says, a sentence each, in the order in which it is read. */
export function personSentences({ kind, language, facts }: Message): readonly string[] {
  const words = wordsOf(language);
  const { texts } = words;
  const subject = subjectOf(kind, facts);
  const stillOn =
    subject === 'cancelled'
      ? []
      : [
          ...yourClockSentence(subject, facts, words),
          ...whereSentences(facts.meeting, words),
          ...bringSentence(facts, words),
        ];
  return [
    texts.greeting,
    openingSentence(subject, facts, words),
    ...stillOn,
    ...nextSentences(subject, facts, words),
    texts.closing,
    words.apart(facts.line.name),
  ];
}
