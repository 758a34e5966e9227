import { describe, expect, it } from 'vitest';
import {
  canReceiveSms,
  describePhone,
  mayBeBroughtIn,
  mayBeCalledBack,
  parsePhone,
} from '#src/kernel';

describe('parsePhone', () => {
  it.each([
    ['01 99 00 12 34', 'FR', '+33199001234'],
    ['+33 (0)1 99 00 12 34', 'FR', '+33199001234'],
    ['06.39.98.12.34', 'FR', '+33639981234'],
    ['0262 90 12 34', 'RE', '+262262901234'],
    ['0033199001234', 'FR', '+33199001234'],
  ] as const)('reads %s, dialled in %s', (text, region, e164) => {
    expect(parsePhone(text, region)).toMatchObject({ ok: true, value: { e164 } });
  });

  it.each(['3646', '115', '118 218', '39 49'])('knows %s as a short number', (text) => {
    expect(parsePhone(text, 'FR')).toEqual({ ok: false, error: { code: 'short-code' } });
  });

  it.each(['', 'demander poste 429', '01 99 00', '+33 1 99 00 12 34 56 78'])(
    'refuses %j',
    (text) => {
      expect(parsePhone(text, 'FR')).toEqual({ ok: false, error: { code: 'not-a-phone-number' } });
    },
  );
});

describe('a stored number', () => {
  it('is shown as people write it, with its kind', () => {
    expect(describePhone('+33639981234')).toEqual({
      e164: '+33639981234',
      kind: 'mobile',
      national: '06 39 98 12 34',
    });
    expect(describePhone('+33199001234')?.kind).toBe('fixed');
    expect(describePhone('0199001234')).toBeNull();
  });

  it('receives text messages if it is a mobile', () => {
    expect(canReceiveSms('+33639981234')).toBe(true);
    expect(canReceiveSms('+33199001234')).toBe(false);
    expect(canReceiveSms('pas un numéro')).toBe(false);
  });
});

describe('who may be called back because they asked by keys', () => {
  it.each(['+33199001234', '+33639981234', '+33612345678', '+33987654321', '+262262202020'])(
    '%s, an ordinary number of a French plan',
    (number) => expect(mayBeCalledBack(number)).toBe(true),
  );
  it.each([
    '+33899123456',
    '+33800123456',
    '+33820123456',
    '+447911123456',
    '+8823456789',
    '3646',
    '',
  ])('not %s, which costs more or is abroad', (number) =>
    expect(mayBeCalledBack(number)).toBe(false),
  );
});

describe('TE-38 whom an adviser may bring into a call', () => {
  it.each([
    ...['+33199001234', '+33639981234', '+262262202020', '+590590123456', '+33800123456'],
    ...['+33809401401', '15', '17', '18', '112', '114', '115', '119', '116117', '3114', '3919'],
  ])('%s', (number) => expect(mayBeBroughtIn(number)).toBe(true));
  it.each([
    ...['+33899123456', '+33820123456', '+447911123456', '+8823456789', '+18005550199'],
    ...['118218', '3646', '1', '', 'x', '+15', '0033899123456'],
  ])('not %s', (number) => expect(mayBeBroughtIn(number)).toBe(false));
});
