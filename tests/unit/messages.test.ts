import { describe, expect, it, test } from 'vitest';
import {
  composeMessage,
  languageToUse,
  messageLanguages,
  type PersonFacts,
  type personMessageKinds,
  smsLength,
  smsReach,
  textsToRead,
  toGsm7,
  translations,
} from '#src/messages';
import ukPage from '../../data/messages/pages/uk.json' with { type: 'json' };
import uk from '../../data/messages/uk.json' with { type: 'json' };
import { personFacts } from '../support/person-facts.ts';

const french = (kind: (typeof personMessageKinds)[number], facts: PersonFacts = personFacts) =>
  composeMessage({ kind, channel: 'email', language: 'fr', facts });

describe('what a person is told', () => {
  it('ME-2 says when, where, what to bring and what to do next, a sentence each', () => {
    expect(french('confirmation')).toMatchObject({
      subject: 'Votre rendez-vous du mardi 24 novembre 2026',
      text: [
        'Bonjour,',
        'Vous avez rendez-vous le mardi 24 novembre 2026 à 14 h 30.',
        'C’est à ce lieu : Médiathèque de Mende, 12 rue de la Forêt, 48000 Mende.',
        'Ce lieu répond au 04\u00a065\u00a071\u00a000\u00a001.',
        'À apporter : les courriers reçus, votre téléphone ou votre ordinateur, avec son chargeur.',
        'Pour changer ou annuler, appelez le 04\u00a065\u00a071\u00a028\u00a014 (Ligne numérique de Lozère).',
        'Pour changer ou annuler par internet, sans mot de passe : https://aiguillage.example/l/AbCdEfGhIjKlMnOpQrStUv',
        'À bientôt,',
        'Ligne numérique de Lozère',
      ].join('\n'),
    });
  });

  it('ME-2 sends nobody to what is cancelled', () => {
    const { text } = french('cancelled');
    expect(text).toContain('est annulé');
    expect(text).not.toContain('12 rue de la Forêt');
    expect(text).not.toContain('/l/');
  });

  it('ME-2 asks for an answer to what is proposed, and needs no page for it', () => {
    expect(french('proposal').text).toContain('Pour répondre par internet');
    const { text } = french('proposal', { ...personFacts, link: null });
    expect(text).toContain('Pour dire oui ou non, appelez le 04\u00a065\u00a071\u00a028\u00a014');
    expect(text).not.toContain('internet');
  });

  const proposed = ['2026-11-24T13:30:00Z', '2026-11-26T09:00:00Z', '2026-11-27T09:00:00Z'];
  it('ME-34 says each time that is proposed, in writing and in a text message', () => {
    const facts = { ...personFacts, proposed };
    const { subject, text } = french('proposal', facts);
    expect(subject).toBe('D’autres dates vous sont proposées');
    expect(text).toContain(
      'le mardi 24 novembre 2026 à 14 h 30 ou le jeudi 26 novembre 2026 à 10 h ou le vendredi 27 novembre 2026 à 10 h.',
    );
    expect(text).toContain('Pour choisir, appelez le 04');
    const sms = composeMessage({ kind: 'proposal', channel: 'sms', language: 'fr', facts });
    expect(sms.text).toContain(
      'le mardi 24 novembre à 14 h 30 ou le jeudi 26 novembre à 10 h ou le vendredi 27 novembre à 10 h. Médiathèque de Mende.',
    );
    expect(sms.sms).toEqual({ segments: 2, encoding: 'GSM-7' });
  });

  it('ME-34 says in a text message how many times there are where they have no room', () => {
    const facts = { ...personFacts, proposed, personZone: 'Pacific/Noumea' };
    const sms = composeMessage({ kind: 'proposal', channel: 'sms', language: 'fr', facts });
    expect(sms.text).toMatch(/^3 dates vous sont proposées\. .*Pour les lire et choisir : https:/);
    expect(sms.sms?.segments).toBeLessThanOrEqual(2);
  });

  it('ME-35 says an earlier time, until when it is kept, and that no answer changes nothing', () => {
    expect(french('earlier-offer').text).toContain(
      'le mardi 24 novembre 2026 à 14 h 30. Elle est gardée pour vous jusqu’au lundi 23 novembre 2026 à 13 h. Sans réponse, rien ne change.',
    );
    const sms = composeMessage({
      kind: 'earlier-offer',
      channel: 'sms',
      language: 'fr',
      facts: personFacts,
    });
    expect(sms.sms).toEqual({ segments: 2, encoding: 'GSM-7' });
  });

  test.each([
    [
      { way: 'phone', calledOn: '+33199001234' },
      'vous appelle au 01\u00a099\u00a000\u00a012\u00a034.',
    ],
    [{ way: 'phone', calledOn: null }, 'Médiathèque de Mende vous appelle.'],
    [{ way: 'video', page: 'https://visio.example/salle' }, 'https://visio.example/salle'],
    [{ way: 'video', page: null }, 'vous envoie la page à ouvrir.'],
    [{ way: 'home' }, 'vient à votre domicile.'],
  ] as const)('ME-2 says how the two meet: %o', (way, said) => {
    const { name, phone } = personFacts.meeting;
    const { text } = french('confirmation', { ...personFacts, meeting: { name, phone, ...way } });
    expect(text).toContain(said);
  });

  it('ME-6 says the person’s own time where their clock shows another', () => {
    const inReunion = { ...personFacts, personZone: 'Indian/Reunion' };
    expect(french('confirmation', inReunion).text).toContain(
      'Chez vous, il sera : mardi 24 novembre 2026 à 17 h 30.',
    );
    const sms = composeMessage({
      kind: 'confirmation',
      channel: 'sms',
      language: 'fr',
      facts: { ...personFacts, personZone: 'Pacific/Noumea' },
    });
    expect(sms.text).toContain('(mercredi 25 novembre à 0 h 30 chez vous)');
  });

  it('ME-6 says the first of a month and a whole hour as people do', () => {
    const appointment = { ...personFacts.appointment, start: '2026-08-01T07:00:00Z' };
    expect(french('confirmation', { ...personFacts, appointment }).text).toContain(
      'le samedi 1er août 2026 à 9 h.',
    );
  });

  it('ME-7 makes a page of an e-mail in which nothing that was filled in is markup', () => {
    const meeting = { ...personFacts.meeting, name: 'L’<b>Atelier</b> & Co' };
    const link = 'https://aiguillage.example/l/a?b=1&c=2';
    const { html } = french('confirmation', { ...personFacts, meeting, link });
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain('L’&lt;b&gt;Atelier&lt;/b&gt; &amp; Co');
    expect(html).toContain('<a href="https://aiguillage.example/l/a?b=1&amp;c=2">');
  });

  it('ME-7 writes from right to left, and keeps numbers in their order there', () => {
    const { html } = composeMessage({
      kind: 'confirmation',
      channel: 'email',
      language: 'ar',
      facts: personFacts,
    });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('\u206604\u00a065\u00a071\u00a028\u00a014\u2069');
  });
});

describe('what a venue is told', () => {
  const facts = {
    venueName: 'Médiathèque de Mende',
    appointment: personFacts.appointment,
    line: personFacts.line,
    link: 'https://aiguillage.example/l/venue',
  };

  it('ME-3 is asked to answer behind the link', () => {
    const { subject, text } = composeMessage({
      kind: 'venue-request',
      channel: 'email',
      language: 'fr',
      facts: { ...facts, appointment: null },
    });
    expect(subject).toBe('Une personne souhaite un rendez-vous avec vous');
    expect(text).toContain('Elle attend une date de votre part.');
    expect(text).toContain(facts.link);
  });

  it('ME-3 is told that the time is free again', () => {
    const { text } = composeMessage({
      kind: 'venue-cancelled',
      channel: 'email',
      language: 'fr',
      facts,
    });
    expect(text).toContain('mardi 24 novembre 2026 à 14 h 30 est annulé');
    expect(text).not.toContain(facts.link);
  });
});

describe('translations', () => {
  it('ME-5 has French and English on, the others off until they are signed', () => {
    const states = translations([]).map(({ language, state }) => [language, state]);
    expect(states).toEqual(
      messageLanguages.map((language) => [
        language,
        language === 'fr' || language === 'en' ? 'kept' : 'unsigned',
      ]),
    );
    expect(languageToUse('uk', [])).toBe('fr');
    expect(languageToUse('en', [])).toBe('en');
  });

  it('ME-5 turns a language on by the signature of these very texts', () => {
    const hash = translations([]).find(({ language }) => language === 'uk')?.hash ?? '';
    expect(languageToUse('uk', [{ language: 'uk', hash }])).toBe('uk');
    expect(languageToUse('uk', [{ language: 'uk', hash: 'of other texts' }])).toBe('fr');
    expect(languageToUse('ru', [{ language: 'uk', hash }])).toBe('fr');
  });

  it('ME-28 shows a speaker, beside the French, every text that the signature stands for', () => {
    const { messages, page } = textsToRead('uk');
    const shown = [...messages, ...page].map(({ translated }) => translated);
    expect(messages).toContainEqual({ french: 'lundi', translated: 'понеділок' });
    expect(shown.toSorted()).toEqual([...stringsIn(uk), ...stringsIn(ukPage)].toSorted());
  });
});

describe('text messages', () => {
  it('ME-8 are written without the characters that halve what a part holds', () => {
    expect(toGsm7('« Août », l’œuvre – à Saint-Étienne, François')).toBe(
      '"Aout", l\'oeuvre - à Saint-Étienne, Francois',
    );
    expect(toGsm7('Зустріч, l’été')).toBe('Зустріч, l’été');
  });

  it('ME-8 are counted as operators do', () => {
    expect(smsLength('a'.repeat(160))).toEqual({ segments: 1, encoding: 'GSM-7' });
    expect(smsLength('a'.repeat(161))).toEqual({ segments: 2, encoding: 'GSM-7' });
    expect(smsLength('ê'.repeat(70))).toEqual({ segments: 1, encoding: 'UCS-2' });
    expect(smsLength('ê'.repeat(71))).toEqual({ segments: 2, encoding: 'UCS-2' });
  });

  it('ME-8 keep the address whole where a venue’s name is long', () => {
    const meeting = {
      ...personFacts.meeting,
      name: 'Association pour l’insertion professionnelle des travailleurs handicapés du Tarn',
    };
    const { text } = composeMessage({
      kind: 'confirmation',
      channel: 'sms',
      language: 'fr',
      facts: { ...personFacts, meeting },
    });
    expect(text).toContain(
      "Association pour l'insertion professionnelle..., 12 rue de la Foret, 48000 Mende",
    );
  });
});

describe('what a number can receive', () => {
  test.each([
    ['06 39 98 12 34', 'FR', 'mobile'],
    ['07 56 78 12 34', 'FR', 'mobile'],
    ['0690 12 34 56', 'GP', 'mobile'],
    ['0691 22 34 56', 'GP', 'mobile'],
    ['0692 12 34 56', 'RE', 'mobile'],
    ['0693 12 34 56', 'RE', 'mobile'],
    ['0694 12 34 56', 'GF', 'mobile'],
    ['0696 12 34 56', 'MQ', 'mobile'],
    ['0697 12 34 56', 'MQ', 'mobile'],
    ['0639 69 12 34', 'YT', 'mobile'],
    ['+262692123456', 'FR', 'mobile'],
    ['01 99 00 12 34', 'FR', 'landline'],
    ['0262 21 00 00', 'RE', 'landline'],
    ['0 800 12 34 56', 'FR', 'special'],
    ['09 72 12 34 56', 'FR', 'special'],
    ['3646', 'FR', 'short-code'],
    ['118 218', 'FR', 'short-code'],
    ['+380 67 123 45 67', 'FR', 'foreign-mobile'],
    ['+32 470 12 34 56', 'FR', 'foreign-mobile'],
    ['+32 2 555 12 12', 'FR', 'landline'],
    ['06 39 98', 'FR', 'not-a-number'],
  ] as const)('ME-12 says of %s dialled in %s that it is: %s', (number, region, code) => {
    const reach = smsReach(number, region);
    expect(reach.code).toBe(code);
    expect(reach.canReceive).toBe(code === 'mobile' || code === 'foreign-mobile');
  });
});

function stringsIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(stringsIn);
}
