import type { orientation as french } from '../fr/orientation.ts';

export const orientation: typeof french = {
  title: 'Referral and appointment',
  backToFollowUp: 'Back to the follow-up',
  askedBefore: 'Asked already for this person.',
  backToScript: 'Script',
  loading: 'Loading the call…',
  unknownCall: {
    title: 'This call is not on this desk',
    next: 'Go back to the home page to see your calls.',
  },
  known: { noCar: 'No car', outsideWorkingHours: 'Outside working hours' },
  none: 'No appointment',
  noneLabel: 'No appointment today',

  ways: {
    diary: { tag: 'Booked at once', line: 'Appointment here.' },
    'rdv-service-public': {
      tag: 'On RDV Service Public',
      line: 'Appointment on RDV Service Public.',
    },
    'own-page': { tag: 'On the venue’s page', line: 'Appointment on its page.' },
    request: { tag: 'The venue confirms the time', line: 'Appointment on request.' },
  },

  itinerant: {
    next: (when, commune) => `Travelling venue: next known stop ${when}, in ${commune}.`,
    unknown: 'Travelling venue: its record does not say when it stops, ask.',
  },

  kinds: {
    what: 'Appointment',
    where: 'Where',
    places: {
      venue: 'At the venue',
      phone: 'By telephone',
      video: 'By video',
      home: 'At the person’s home',
    },
    duration: (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return `${minutes} min`;
      return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
    },
    withWhom: 'With whom',
    anyone: 'Any of them',
    alone: (name, duration) => `${name}, ${duration}`,
    workshop: (name, duration) => `${name}, ${duration}, with others`,
  },

  slots: {
    clock: (place) => `times in ${place}`,
    title: 'Times',
    go: 'Go to the times',
    list: 'Slots of the coming days',
    full: 'full',
    heldByOther: (clock) => `${clock}, held`,
    heldByOtherLong: (when) => `${when}, held by another desk`,
    placesLeft: (places) => (places === 1 ? '1 place' : `${places} places`),
    with: (mediator) => `with ${mediator}`,
    at: (date, clock) => `${date} at ${clock}`,
    earlier: 'Earlier days',
    later: 'Later days',
    none: 'No slot in the next six weeks. Ask the venue for a time.',
    askInstead: 'Ask for another time',
    backToSlots: 'See the slots',
  },

  held: {
    left: 'Held for',
    confirm: 'Confirm',
    confirming: 'Sending…',
    choose: 'Choose a slot: it is held for five minutes.',
    wait: 'The server has not answered yet. Promise nothing before it does.',
  },

  lost: {
    taken: 'Another desk has just taken this slot.',
    takenBy: (name) => `${name} was faster: this slot is taken.`,
    expired: 'The slot is no longer held: the five minutes have passed.',
    safe: 'What you typed is kept.',
    next: (when) => `The nearest: ${when}.`,
    noNext: 'No other free slot. Ask the venue for a time, or choose another venue.',
  },

  request: {
    title: 'Times wished',
    go: 'Go to the times wished',
    help: 'In words, the most wished first.',
    wish: (n) => (n === 1 ? 'First wish' : n === 2 ? 'Second wish' : 'Third wish'),
    placeholder: 'For example: Wednesday morning',
    suggestions: 'Suggestions',
    anyTime: 'any time',
    morning: (weekday) => `${weekday} morning`,
    afternoon: (weekday) => `${weekday} afternoon`,
    send: 'Send the request',
    missing: 'Note at least one time wished.',
    willBe: 'The venue reads the request and confirms the time, or says why not.',
  },

  person: {
    title: 'Whom the appointment is for',
    name: 'Name of the person helped',
    callerName: 'Name of the person who calls',
    phone: 'Their telephone',
    phoneHelp: 'So that the venue can reach them.',
    badPhone: 'This number is not recognised.',
    shortCode: 'A short number cannot be called back.',
    missing: 'Note the name of the person helped.',
    known: (name) => `For ${name}`,
  },

  consent: {
    title: 'No consent to pass anything on',
    body: 'Without their yes, nothing goes to the venue. Give them the address and the telephone, or ask again.',
    unasked: 'Consent has not been asked for yet.',
    ask: 'Back to the script',
  },

  tell: {
    title: 'How they will know',
    aloud: 'You read it aloud, and leave time to write it down.',
    noNumber: 'No number known: the venue will not be able to call back.',
    copy: 'Copy the text',
    copied: 'Text copied.',
    words: 'To be read once confirmed',
    wordsRequest: 'To be read once the request is sent',
    privacy: 'Neither the need nor the level is in it.',
  },

  words: {
    appointment: (when, venue, address) =>
      `You have an appointment ${when}, at this venue: ${venue}, ${address}.`,
    byPhone: (when, venue) => `You have an appointment by telephone ${when}. ${venue} calls you.`,
    byPhoneAt: (when, venue, phone) =>
      `You have an appointment by telephone ${when}. ${venue} calls you on ${phone}.`,
    byVideo: (when, venue) =>
      `You have an appointment by video ${when}, with this venue: ${venue}. It tells you how to connect.`,
    atHome: (when, venue) =>
      `You have an appointment at your home ${when}. Somebody comes from this venue: ${venue}.`,
    callerClock: (clock, place) => `Where you are, in ${place}, it will be ${clock}.`,
    venuePhone: (phone) => `To change or cancel, the venue answers on ${phone}.`,
    request: (venue, wishes) =>
      `Your request goes to this venue: ${venue}. You wish: ${wishes}. The venue will confirm the time.`,
    on: (day, clock) => `on ${day} at ${clock}`,
  },

  offline: {
    title: 'No booking offline',
    safe: 'The list and the map work without the server.',
    next: 'Note the times wished: the request will leave when the connection is back.',
  },

  done: {
    booked: (when, venue) => `Appointment made: ${when}, ${venue}.`,
    requested: (venue) => `Request noted for ${venue}.`,
    standing: 'This call already has a referral',
    continue: 'Go on with the script',
    refused: (venue) => `${venue} could not receive the person. Choose another venue.`,
  },
};
