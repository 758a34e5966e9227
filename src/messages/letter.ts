import type { PersonFacts, PersonMessageKind } from './facts.ts';
import { languageFacts, type MessageLanguage } from './languages.ts';
import { personSubject } from './person-message.ts';
import { sayWhen } from './say-time.ts';
import {
  bringSentence,
  dialled,
  nextAct,
  nextSentences,
  openingSentence,
  startsOf,
  subjectOf,
  whereSentences,
  wordsOf,
  yourClockSentence,
} from './sentences.ts';

type Letter = {
  readonly kind: PersonMessageKind;
  readonly language: MessageLanguage;
  readonly facts: PersonFacts;
};

/** A letter in its parts, so that day, place and number are set larger than the rest. */
export type LetterText = {
  readonly language: MessageLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: string;
  /** Who is answered, and who signs. */
  readonly line: string;
  /** The line's number, as it is dialled. */
  readonly phone: string;
  /** `null` of what is cancelled: nobody should read a time in large print and come. */
  readonly appointment: {
    readonly whenLabel: string;
    /** One time, or each of those that are proposed. */
    readonly when: readonly string[];
    /** The person's own time, in a sentence, where their clock shows another. */
    readonly yourClock: string | null;
    readonly whereLabel: string;
    readonly where: readonly string[];
    readonly bring: string | null;
  } | null;
  /** What it is about, in a sentence; `null` where the appointment says it in large print. */
  readonly opening: string | null;
  readonly nextLabel: string;
  /** What to do next: by telephone, then by the page. */
  readonly next: readonly string[];
  /** ME-15: the same in French; empty where the letter is. */
  readonly french: readonly string[];
};

/** ME-14, ME-15: writes a letter. */
export function letterText({ kind, language, facts }: Letter): LetterText {
  const words = wordsOf(language);
  const { texts } = words;
  const subject = subjectOf(kind, facts);
  const isOver = subject === 'cancelled';
  const act = nextAct(subject);
  const { zone } = facts.appointment;
  return {
    language,
    direction: languageFacts(language).direction,
    subject: personSubject({ kind, language, facts }),
    line: facts.line.name,
    phone: dialled(facts.line.phone, words),
    appointment: isOver
      ? null
      : {
          whenLabel: texts.letter.when,
          when: startsOf(subject, facts).map((start) => sayWhen(start, zone, texts.calendar)),
          yourClock: yourClockSentence(subject, facts, words)[0] ?? null,
          whereLabel: texts.letter.where,
          where: whereSentences(facts.meeting, words),
          bring: bringSentence(facts, words)[0] ?? null,
        },
    // Several times stand in large print, below a subject that says that they are proposed.
    opening: isOver || act === 'answer' ? openingSentence(subject, facts, words) : null,
    nextLabel: texts.letter[isOver ? 'again' : act === 'change' ? 'change' : 'answer'],
    next: nextSentences(subject, facts, words),
    french: language === 'fr' ? [] : inFrench(kind, facts),
  };
}

/** The page's address stands once in a letter. */
function inFrench(kind: PersonMessageKind, facts: PersonFacts): readonly string[] {
  const words = wordsOf('fr');
  const subject = subjectOf(kind, facts);
  const opening = openingSentence(subject, facts, words);
  const next = nextSentences(subject, { ...facts, link: null }, words);
  return subject === 'cancelled'
    ? [opening, ...next]
    : [opening, ...whereSentences(facts.meeting, words), ...bringSentence(facts, words), ...next];
}
