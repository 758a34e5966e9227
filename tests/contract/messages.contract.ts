import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import {
  composeMessage,
  type MessageLanguage,
  messageLanguages,
  parsePersonTexts,
  personMessageKinds,
} from '#src/messages';
import { personFacts } from '../support/person-facts.ts';
import { shippedRows } from '../support/shipped-venues.ts';

async function shippedTexts(language: MessageLanguage): Promise<unknown> {
  const file = new URL(`../../data/messages/${language}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'));
}

const locales: Readonly<Record<MessageLanguage, string>> = {
  fr: 'fr',
  en: 'en-GB',
  ar: 'ar-u-ca-gregory-nu-latn',
  uk: 'uk',
  ru: 'ru',
  fa: 'fa-u-ca-gregory-nu-latn',
  ps: 'ps-u-ca-gregory-nu-latn',
  ti: 'ti-u-ca-gregory-nu-latn',
};

describe('the texts that ship', () => {
  test.each(messageLanguages)('ME-4 are whole in %s', async (language) => {
    expect(parsePersonTexts(await shippedTexts(language))).toMatchObject({ ok: true });
  });

  it('ME-4 are refused where a sentence lacks what the French one says', async () => {
    const texts = JSON.stringify(await shippedTexts('uk'));
    const lacking = JSON.parse(texts.replaceAll('{phone}', ''));
    expect(parsePersonTexts(lacking)).toMatchObject({
      ok: false,
      error: { code: 'unusable-texts', detail: expect.stringContaining('/next/change') },
    });
    expect(parsePersonTexts({})).toMatchObject({ ok: false, error: { code: 'unusable-texts' } });
  });

  test.each(messageLanguages)(
    'ME-6 name days and months in %s as Unicode does',
    async (language) => {
      const parsed = parsePersonTexts(await shippedTexts(language));
      if (!parsed.ok) throw new Error(parsed.error.detail);
      const { weekdays, months } = parsed.value.calendar;
      const part = (type: 'weekday' | 'month', instant: number) =>
        new Intl.DateTimeFormat(locales[language], {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
        })
          .formatToParts(instant)
          .find((one) => one.type === type)?.value;
      // 1 January 2024 is a Monday.
      expect(weekdays).toEqual(
        weekdays.map((_, day) => part('weekday', Date.UTC(2024, 0, 1 + day))),
      );
      expect(months).toEqual(months.map((_, month) => part('month', Date.UTC(2024, month, 5))));
    },
  );
});

describe('text messages in French', () => {
  it('ME-8 take two parts at most, for the venues that have the longest addresses', () => {
    const venues = shippedRows()
      .map((row) => ({
        name: row['nom'] ?? '',
        address: `${row['adresse']}, ${row['code_postal']} ${row['commune']}`,
      }))
      .toSorted((a, b) => b.address.length - a.address.length)
      .slice(0, 15);
    for (const { name, address } of venues) {
      const meeting = { way: 'venue', name, phone: null, address } as const;
      for (const kind of personMessageKinds) {
        const facts = { ...personFacts, meeting };
        const { sms, text } = composeMessage({ kind, channel: 'sms', language: 'fr', facts });
        expect(sms, text).toMatchObject({ encoding: 'GSM-7' });
        expect(sms?.segments, text).toBeLessThanOrEqual(2);
      }
    }
  });
});
