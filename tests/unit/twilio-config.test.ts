import { describe, expect, it } from 'vitest';
import { readSendingAccounts } from '../../main/cli/sending-accounts.ts';
import { readTwilioVoice } from '../../main/hub/telephony/twilio/config.ts';

const account = {
  AIGUILLAGE_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  AIGUILLAGE_TWILIO_AUTH_TOKEN: 'nobody-s-token',
};
const key = {
  AIGUILLAGE_TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
  AIGUILLAGE_TWILIO_API_SECRET: 'nobody-s-secret',
};
const place = { AIGUILLAGE_TWILIO_REGION: 'ie1', AIGUILLAGE_TWILIO_EDGE: 'dublin' };

describe('TW-1 the account for calls', () => {
  it('is off where nothing names a key, whatever carries text messages', () => {
    expect(readTwilioVoice({})).toEqual({ ok: true, value: null });
    expect(readTwilioVoice(account)).toEqual({ ok: true, value: null });
  });

  it('is the account of the text messages with a key', () => {
    expect(readTwilioVoice({ ...account, ...key, ...place })).toEqual({
      ok: true,
      value: {
        accountSid: account.AIGUILLAGE_TWILIO_ACCOUNT_SID,
        authToken: account.AIGUILLAGE_TWILIO_AUTH_TOKEN,
        apiKey: key.AIGUILLAGE_TWILIO_API_KEY,
        apiSecret: key.AIGUILLAGE_TWILIO_API_SECRET,
        place: { region: 'ie1', edge: 'dublin' },
      },
    });
  });

  it.each([
    ['no account', key, /ACCOUNT_SID et .*AUTH_TOKEN/],
    ['half of an account', { ...key, AIGUILLAGE_TWILIO_AUTH_TOKEN: 'x' }, /ACCOUNT_SID et/],
    [
      'no secret',
      { ...account, AIGUILLAGE_TWILIO_API_KEY: key.AIGUILLAGE_TWILIO_API_KEY },
      /SECRET/,
    ],
    ['no key', { ...account, AIGUILLAGE_TWILIO_API_SECRET: 'x' }, /API_KEY est/],
    ['something else for a key', { ...account, ...key, AIGUILLAGE_TWILIO_API_KEY: 'AC1' }, /SK/],
    ['a region without its edge', { ...account, ...key, AIGUILLAGE_TWILIO_REGION: 'ie1' }, /EDGE/],
  ])('is refused in words with %s', (_what, environment, words) => {
    const read = readTwilioVoice(environment);
    expect(read.ok ? '' : read.error).toMatch(words);
  });
});

describe('the account for text messages', () => {
  it('needs a sender, and is none where there is no such name', () => {
    const sender = { AIGUILLAGE_SMS_SENDER: 'COUPDEPOUCE' };
    expect(readSendingAccounts(account)).toEqual({ ok: true, value: {} });
    expect(readSendingAccounts({ ...account, ...sender })).toMatchObject({
      value: { twilio: { sender: 'COUPDEPOUCE' } },
    });
    expect(readSendingAccounts(sender).ok).toBe(false);
  });
});
