import type { MessageFailure, MessageKind, MessageState } from '#src/contract';
import type { MessageChannel, MessageLanguage } from '#src/messages';
import type { told as french } from '../fr/told.ts';

const kinds: Record<MessageKind, string> = {
  confirmation: 'Confirmation',
  'reminder-two-days': 'Reminder, two days before',
  'reminder-two-hours': 'Reminder, two hours before',
  moved: 'Appointment moved',
  cancelled: 'Appointment cancelled',
  proposal: 'Another time proposed',
  'earlier-offer': 'Earlier time',
  'venue-request': 'Request to the venue',
  'venue-reminder': 'Reminder to the venue',
  'venue-cancelled': 'Cancellation, to the venue',
};

const channels: Record<MessageChannel, string> = {
  sms: 'Text message',
  email: 'E-mail',
  letter: 'Letter',
};

const states: Record<MessageState, string> = {
  planned: 'Planned',
  sending: 'Being sent',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Failed',
  uncertain: 'Uncertain',
  cancelled: 'Cancelled',
  shown: 'To be sent by hand',
  superseded: 'No longer to be sent',
};

const failures: Record<MessageFailure, string> = {
  'no-address': 'There is no number or address left to send it to.',
  over: 'What it tells of is past.',
  'no-line-number': 'Neither the line nor the venue has a number at which to answer.',
  refused: 'The number or the address was refused.',
  unreachable: 'The sending service does not answer.',
  undelivered: 'It left and never arrived.',
};

const languages: Record<MessageLanguage, string> = {
  fr: 'French',
  en: 'English',
  ar: 'Arabic',
  uk: 'Ukrainian',
  ru: 'Russian',
  fa: 'Persian',
  ps: 'Pashto',
  ti: 'Tigrinya',
};

/** What people and venues are told of an appointment, and what became of each message. */
export const told: typeof french = {
  kinds,
  channels,
  states,
  failures,
  languages,
  postedLetter: 'Posted',
  count: (messages) => (messages === 1 ? '1 message' : `${messages} messages`),

  navigation: 'Messages',
  title: 'Messages',
  lead: 'What people and venues receive of your referrals. Without a sending account, you send them yourself. What is left to do comes first.',
  empty: 'No message',
  emptyHelp: 'They come here once an appointment is made.',
  toDo: 'To do',
  toDoHelp: 'To be printed, sent by yourself, or checked.',
  coming: 'To come',
  gone: 'Gone or cancelled',

  person: 'For',
  what: 'Message',
  way: 'Way',
  due: 'Planned for',
  fate: 'Where it is',
  next: 'Next',
  since: (when: string) => `since ${when}`,
  at: (date: string, clock: string) => `${date} at ${clock}`,
  uncertainHelp: 'It may have left. Check with the person before you send it again.',

  read: 'Read',
  reading: 'Reading the message…',
  notRead: 'The message could not be read',
  notReadSafe: 'The server has it.',
  to: 'To',
  withoutLink: 'The personal link to move or cancel is added when it leaves: nobody is shown it.',
  print: 'Print',
  copy: 'Copy',
  copied: 'Message copied',
  openLetter: 'Open the letter',
  posted: 'It is posted',
  handedOver: 'It is sent',
  again: 'Send again',
  list: 'Messages sent and planned',

  /** During the call: how the person wants to be written to. */
  choice: {
    title: 'Written confirmation',
    language: 'Language of the messages',
    off: 'not read yet',
    leavesInFrench: (language: string) =>
      `Nobody has read the ${language} version yet: the messages will be in French.`,
    sms: 'Text message',
    email: 'E-mail',
    letter: 'Letter',
    reach: {
      mobile: 'This number receives text messages.',
      'foreign-mobile': 'A foreign number: the text message should arrive.',
      landline: 'No text message to a landline.',
      special: 'This number receives no text message.',
      'short-code': 'A short number receives no text message.',
      'not-a-number': 'No number to send a text message to.',
    },
    emailAddress: 'E-mail address',
    badEmail: 'This address is incomplete. Have it spelt.',
    postalAddress: 'Postal address',
    badAddress: 'Write down where to post the letter.',
    letterHelp: 'The letter is then printed from “Messages”.',
    none: 'Nothing written will leave: dictate the appointment.',
  },

  /** After the referral left: how, and where, the person is written to from now on. */
  redirect: {
    open: 'Messages to the person',
    title: (name: string) => `Write to ${name} in another way`,
    help: 'The next messages follow this choice. If the number or the address changes, the confirmation is sent again.',
    phone: 'Telephone number',
    phoneOfCaller: (name: string) => `Empty: that of ${name}, who phoned.`,
    do: 'Save',
    done: (name: string) => `Messages to ${name} follow this choice.`,
  },
  postedBefore: 'A letter with the present time is posted already.',
  postedBeforeNext: 'Tell the person by telephone: the letter that corrects it comes later.',

  settings: {
    title: 'Messages to people',
    reminders: 'Remind people of appointments',
    remindersHint: 'Two days and two hours before, from 8 to 20 h where the person lives.',
    translations: 'Translations',
    translationsHelp:
      'A translation is sent once somebody who speaks the language has read it. If the text changes, it is to be read again.',
    read: 'Read',
    readAndSign: 'Read and sign',
    version: (language: string) => `The ${language} version`,
    versionHelp:
      'This is all that is written to people. Words in braces are filled in when it leaves: the venue’s name, the day, the number.',
    french: 'In French',
    translated: (language: string) => `In ${language}`,
    inMessages: 'In the messages',
    onPage: 'On the page to move or cancel',
    kept: 'Kept with the program',
    signedBy: (name: string, date: string) => `Read by ${name} on ${date}`,
    unsigned: 'Not read: messages leave in French',
    name: 'Who read it?',
    sign: 'Sign',
    takeBack: 'Take the signature back',
    missing: 'Write down who read it.',
    failed: 'The signature was not saved',
    failedSafe: 'Nothing has changed.',
  },
};
