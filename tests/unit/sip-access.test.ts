import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numberOf } from '../../main/hub/telephony/sip/arrivals.ts';
import { readSipNetwork } from '../../main/hub/telephony/sip/config.ts';
import { deskAccess } from '../../main/hub/telephony/sip/desk-access.ts';

const secret = 'a-secret-of-the-tests-of-forty-characters';
const named = {
  AIGUILLAGE_SIP_DOMAIN: 'sip.exemple.invalid',
  AIGUILLAGE_SIP_SOCKET: 'wss://aide.exemple.invalid/sip',
  AIGUILLAGE_SIP_SECRET: secret,
};

describe('the operator’s own network, from the environment', () => {
  it('SI-1 is off unless it is named', () => {
    expect(readSipNetwork({})).toEqual({ ok: true, value: null });
  });

  it('SI-1 says where it is, on this machine where nothing else is said', () => {
    expect(readSipNetwork(named)).toMatchObject({
      ok: true,
      value: { domain: 'sip.exemple.invalid', listen: '127.0.0.1:5090', proxy: '127.0.0.1:5060' },
    });
  });

  it('SI-28 has a relay for voices where it is named with its secret', () => {
    const turn = 'turn:turn.exemple.invalid:3478,turns:turn.exemple.invalid:443?transport=tcp';
    const withRelay = { ...named, AIGUILLAGE_SIP_TURN: turn, AIGUILLAGE_SIP_TURN_SECRET: secret };
    expect(readSipNetwork(withRelay)).toMatchObject({
      ok: true,
      value: { relay: { urls: turn.split(','), secret } },
    });
    expect(readSipNetwork(named)).toMatchObject({ ok: true, value: { relay: null } });
    expect(readSipNetwork({ ...named, AIGUILLAGE_SIP_TURN: turn }).ok).toBe(false);
  });

  it.each([
    ['AIGUILLAGE_SIP_TURN', 'https://turn.exemple.invalid'],
    ['AIGUILLAGE_SIP_SECRET', undefined],
    ['AIGUILLAGE_SIP_SECRET', 'court'],
    ['AIGUILLAGE_SIP_SOCKET', 'https://aide.exemple.invalid'],
    ['AIGUILLAGE_SIP_LISTEN', '5090'],
  ])('SI-1 says which of its parts is wrong: %s', (name, value) => {
    const read = readSipNetwork({ ...named, [name]: value });
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.error).toContain(name);
  });
});

describe('what lets a desk in', () => {
  const network = {
    domain: 'sip.exemple.invalid',
    socket: 'wss://aide.exemple.invalid/sip',
    proxy: '127.0.0.1:5060',
    listen: '127.0.0.1:5090',
    media: 'http://127.0.0.1:2225',
    keys: '127.0.0.1:2226',
    secret,
    relay: null,
  };

  it('SI-3 is for one account, for an hour, and holds by the secret alone', () => {
    const access = deskAccess(network, 'lucie', '2026-03-02T09:00:00Z');
    const expires = Date.parse('2026-03-02T10:00:00Z') / 1_000;
    expect(access).toEqual({
      socket: 'wss://aide.exemple.invalid/sip',
      address: 'sip:lucie@sip.exemple.invalid',
      user: `${expires}:lucie`,
      password: createHmac('sha1', secret).update(`${expires}:lucie`).digest('base64'),
      expiresAt: '2026-03-02T10:00:00.000Z',
      iceServers: [],
    });
    expect(JSON.stringify(access)).not.toContain(secret);
  });

  it('SI-28 lets a desk use the relay for as long, by the relay’s own secret', () => {
    const urls = ['turns:turn.exemple.invalid:443?transport=tcp'];
    const relay = { urls, secret: 'another-secret-of-forty-characters-and-so' };
    const access = deskAccess({ ...network, relay }, 'lucie', '2026-03-02T09:00:00Z');
    const username = `${Date.parse('2026-03-02T10:00:00Z') / 1_000}:lucie`;
    const credential = createHmac('sha1', relay.secret).update(username).digest('base64');
    expect(access.iceServers).toEqual([{ urls, username, credential }]);
    expect(JSON.stringify(access)).not.toContain(relay.secret);
  });
});

describe('the number that a trunk names', () => {
  it.each([
    ['sip:+33199000010@192.0.2.1', '+33199000010'],
    ['sip:0199000010@192.0.2.1;user=phone', '+33199000010'],
    ['sip:0033199000010@192.0.2.1', '+33199000010'],
    ['sip:33199000010@192.0.2.1', '+33199000010'],
    ['sip:%2B33199000010;phone-context=x@192.0.2.1', '+33199000010'],
    ['tel:+33-1-99-00-00-10', '+33199000010'],
    ['sip:anonymous@anonymous.invalid', 'anonymous'],
  ])('SI-4 is one and the same however it is written: %s', (address, number) => {
    expect(numberOf(address)).toBe(number);
  });
});
