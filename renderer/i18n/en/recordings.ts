import type { recordings as french } from '../fr/recordings.ts';

export const recordings: typeof french = {
  title: 'Recordings',
  navigation: 'Recordings',
  lead: 'Recordings stay with the telephone carrier, who deletes them on the day shown.',
  readFailed: 'The recordings could not be read',
  readFailedSafe: 'Nothing is lost: they stay with the telephone carrier.',

  words: 'Messages left',
  noWords: 'No message left',
  noWordsHelp: 'When a line is closed or the wait is long, the person may speak here.',
  conversations: 'Conversations',
  noConversations: 'No conversation recorded',
  noConversationsHelp:
    'A conversation is recorded only where its line allows it and the adviser asks for it.',

  kinds: { voicemail: 'Message left', conversation: 'Recorded conversation' },
  callStates: {
    waiting: 'To be called back in turn',
    ringing: 'The call back is ringing at an adviser’s',
    live: 'On the line with an adviser',
    'wrap-up': 'Called back, record to finish',
    'call-back': 'To be called back by their adviser',
    closed: 'Called back',
    missed: 'Number withheld: it may be said in the message',
  },
  when: (day, clock) => `${day} at ${clock}`,
  isNew: 'Not heard yet',
  keptUntil: (day) => `kept until ${day}`,

  listen: (length) => `Listen (${length})`,
  about: (kind, when, length) => `${kind} ${when}, ${length}`,
  length: (minutes, seconds) =>
    [
      ...(minutes === 0 ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`]),
      ...(seconds === 0 ? [] : [seconds === 1 ? '1 second' : `${seconds} seconds`]),
    ].join(' '),
  goesOn: 'Not ready yet: the recording goes on.',
  nothingSaid: 'Nothing was recorded.',
  beingDeleted: 'Deletion asked for: nobody can hear it any more.',
  deleted: (when) => `Recording deleted on ${when}`,

  notHeard: 'The recording could not be read',
  wasDeleted: 'It was deleted.',
  again: 'Try again',

  erase: 'Delete',
  eraseTitle: 'Delete this recording?',
  eraseSays: 'Nobody will be able to hear it any more. It cannot be undone.',
  eraseWords: 'The person is still to be called back, where they are now.',
  erased: 'Recording deleted',
  notErased: 'The recording is not deleted',

  refusal: {
    says: 'The conversation is recorded. The person may refuse.',
    open: 'They refuse',
    title: 'The person refuses to be recorded',
    asks: 'The recording stops, and does not begin again in this call. Ask whether what is recorded already is to be deleted.',
    stop: 'Stop and keep',
    erase: 'Stop and delete',
    stopped: 'The recording has stopped',
    erased: 'The recording has stopped and is deleted',
  },
};
