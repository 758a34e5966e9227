import { describe, expect, it } from 'vitest';
import { usualLineRules } from '#src/routing';
import {
  askNumberDocument,
  goodbyeDocument,
  greetDocument,
  insteadDocument,
  joinDocument,
  waitDocument,
} from '../../main/hub/telephony/twilio/twiml.ts';
import { waitMusic } from '../../main/hub/telephony/twilio/wait-music.ts';
import { parseTwiml, type Verb } from '../support/twilio/twiml.ts';

const callId = '01890000-0000-7000-8000-000000000001';
const place = { publicUrl: 'https://aide.exemple.invalid', callId };
const address = (path: string, query: string) =>
  `https://aide.exemple.invalid/twilio/${path}?call=${callId}${query}`;
const rules = { ...usualLineRules, greeting: 'Bonjour & bienvenue.', closed: 'C’est fermé.' };

const verbs = (document: string) => parseTwiml(document);
const names = (document: string) => verbs(document).map(({ name }) => name);
const flat = (all: readonly Verb[]): readonly Verb[] =>
  all.flatMap((verb) => [verb, ...flat(verb.children)]);
const said = (document: string) =>
  flat(verbs(document)).flatMap(({ name, text }) => (name === 'Say' ? [text] : []));

describe('TW-12 a greeting', () => {
  it('is the line’s own words and the key to be called back; then the caller waits', () => {
    const document = greetDocument(place, rules);
    expect(names(document)).toEqual(['Gather', 'Dial', 'Pause', 'Redirect']);
    expect(said(document)).toEqual([
      'Bonjour & bienvenue.',
      'Pour raccrocher et être rappelé à votre tour, tapez 1.',
    ]);
    expect(verbs(document)[0]?.attributes).toMatchObject({
      action: address('gather', '&step=choice'),
      numDigits: '1',
      input: 'dtmf',
    });
  });

  it('says what the law wants said, where the line records or is listened to', () => {
    expect(said(greetDocument(place, { ...rules, recordingDays: 30 })).join()).toContain(
      'peut être enregistré',
    );
    expect(said(greetDocument(place, { ...rules, isListenedTo: true })).join()).toContain(
      'peut être écouté',
    );
  });

  it('is said in French, whatever Twilio’s own language', () => {
    for (const verb of flat(verbs(greetDocument(place, rules)))) {
      if (verb.name === 'Say') expect(verb.attributes['language']).toBe('fr-FR');
    }
  });
});

describe('TW-11 the conference of a call', () => {
  it('has the call’s id for its name, begins with an adviser, and ends with the caller', () => {
    const [dial, , again] = verbs(joinDocument(place));
    expect(dial?.children[0]).toMatchObject({
      name: 'Conference',
      text: callId,
      attributes: {
        participantLabel: 'caller',
        startConferenceOnEnter: 'false',
        endConferenceOnExit: 'true',
        beep: 'false',
        waitUrl: address('wait', ''),
        statusCallback: address('conference', ''),
        statusCallbackEvent: 'join leave hold',
      },
    });
    expect(again?.text).toBe(address('gather', '&step=back'));
  });
});

describe('TW-13 what is heard while waiting', () => {
  it.each([
    [0, 'Vous êtes la prochaine personne à qui nous répondrons.'],
    [1, 'Une personne est avant vous. Merci de patienter.'],
    [12, '12 personnes sont avant vous. Merci de patienter.'],
  ])('says that %i are before', (ahead, text) => {
    expect(said(waitDocument(place, '/twilio/music.wav', { ahead }))).toEqual([text]);
  });

  it('RO-54 says that their adviser comes back', () => {
    expect(said(waitDocument(place, '/twilio/music.wav', 'adviser-lost'))).toEqual([
      'La communication avec votre conseiller s’est interrompue. Il revient tout de suite : restez en ligne.',
    ]);
  });

  it('is music alone for who is held, and goes on by itself', () => {
    const document = waitDocument(place, '/twilio/music.wav', null);
    expect(verbs(document)).toMatchObject([
      { name: 'Play', text: 'https://aide.exemple.invalid/twilio/music.wav' },
      { name: 'Redirect', text: address('wait', '') },
    ]);
  });
});

describe('TW-14 what is proposed instead', () => {
  it('is a call-back outside the hours, then the end', () => {
    const document = insteadDocument(place, rules, { reason: 'closed', way: 'call-back' });
    expect(names(document)).toEqual(['Gather', 'Say', 'Hangup']);
    expect(said(document)).toEqual([
      'C’est fermé.',
      'Pour être rappelé, tapez 1.',
      'Merci de votre appel. Au revoir.',
    ]);
  });

  it('is a message at once outside the hours', () => {
    const document = insteadDocument(place, rules, { reason: 'closed', way: 'voicemail' });
    expect(names(document)).toEqual(['Say', 'Say', 'Record', 'Say', 'Hangup']);
    expect(verbs(document)[2]?.attributes).toMatchObject({
      action: address('voicemail', ''),
      recordingStatusCallback: address('recording', ''),
    });
  });

  it.each(['call-back', 'voicemail'] as const)(
    'is %s after a long wait, and the place is kept',
    (way) => {
      const document = insteadDocument(place, rules, { reason: 'long', way });
      expect(names(document)).toEqual(['Gather', 'Dial', 'Pause', 'Redirect']);
      expect(said(document).at(-1)).toBe('Sinon, restez en ligne : vous gardez votre place.');
    },
  );

  it('asks who withholds their number for another, twice at most', () => {
    const [first] = verbs(askNumberDocument(place, false));
    const [again] = verbs(askNumberDocument(place, true));
    expect(first?.attributes).toMatchObject({
      action: address('gather', '&step=number'),
      actionOnEmptyResult: 'true',
    });
    expect(again?.attributes['action']).toBe(address('gather', '&step=last-number'));
  });

  it('never ends in silence', () => {
    expect(names(goodbyeDocument('failure'))).toEqual(['Say', 'Hangup']);
  });
});

describe('TW-15 the music', () => {
  const music = waitMusic();
  const header = new DataView(music.buffer);

  it('is a WAV file of twenty-four seconds as the telephone carries sound', () => {
    expect(new TextDecoder().decode(music.subarray(0, 16))).toBe(
      `RIFF${new TextDecoder().decode(music.subarray(4, 8))}WAVEfmt `,
    );
    expect(header.getUint32(4, true)).toBe(music.length - 8);
    expect(header.getUint16(20, true)).toBe(7);
    expect(header.getUint32(24, true)).toBe(8000);
    expect(header.getUint32(40, true)).toBe(24 * 8000);
  });

  it('is heard, and never so loud that it breaks', () => {
    const loudest = music.subarray(44).reduce((most, byte) => Math.max(most, ~byte & 0x7f), 0);
    expect(loudest).toBeGreaterThan(0x60);
    expect(loudest).toBeLessThan(0x7f);
  });
});
