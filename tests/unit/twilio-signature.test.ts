import { describe, expect, it } from 'vitest';
import {
  isSignedByTwilio,
  readForm,
  signAsTwilio,
} from '../../main/hub/telephony/twilio/signature.ts';

/** As Twilio and the tests of its helpers publish them, for this token. */
const token = '12345';
const words = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const address = 'https://mycompany.com/myapp.php?foo=1&bar=2';

describe('TW-2 the signature of a webhook', () => {
  it.each([
    ['RSOYDt4T1cUTdK1PDd93/VVr8B8=', address],
    ['kvajT1Ptam85bY51eRf/AJRuM3w=', address],
    ['Zmvh+3yNM1Phv2jhDCwEM3q5ebU=', 'http://mycompany.com:1234/myapp.php?foo=1&bar=2'],
  ])('%s is right for %s', (signature, over) => {
    expect(isSignedByTwilio(token, signature, over, words)).toBe(true);
  });

  it.each([
    ['another address', token, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', `${address.slice(0, -1)}3`, words],
    ['another token', '12346', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', address, words],
    ['another word', token, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', address, { ...words, Digits: '1235' }],
    ['one word more', token, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', address, { ...words, More: '' }],
    ['no signature', token, '', address, words],
    ['half of one', token, 'RSOYDt4T1cUTdK1P', address, words],
  ])('is wrong for %s', (_what, key, signature, over, said) => {
    expect(isSignedByTwilio(key, signature, over, said)).toBe(false);
  });

  it('is over every value of a word that comes twice, as it is read from the form', () => {
    const twice = readForm('Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234');
    expect(twice['Digits']).toEqual(['5678', '1234', '1234']);
    expect(isSignedByTwilio(token, 'IK+Dwps556ElfBT0I3Rgjkr1wJU=', address, twice)).toBe(true);
  });

  it('is what the hub signs itself with', () => {
    expect(signAsTwilio(token, address, words)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });
});
