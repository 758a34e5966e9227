import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twilioCheckAt } from '../../main/cli/commands/twilio-check.ts';
import { twilioProvisionAt } from '../../main/cli/commands/twilio-provision.ts';
import { runCommand } from '../support/run-command.ts';
import { openDescribed } from '../support/twilio/described.ts';
import { openStandIn, type TwilioStandIn } from '../support/twilio/stand-in.ts';
import { testAccount } from '../support/twilio-account.ts';

const publicUrl = 'https://aide.exemple.invalid';
const ours = '+33199000010';
const notOurs = '+33199000011';
const wantsAddress = '+33199000012';
const account = {
  AIGUILLAGE_TWILIO_ACCOUNT_SID: testAccount.accountSid,
  AIGUILLAGE_TWILIO_AUTH_TOKEN: testAccount.authToken,
  PUBLIC_URL: `${publicUrl}/`,
};

describe('the commands for an account at Twilio', () => {
  let standIn: TwilioStandIn;
  let described: Awaited<ReturnType<typeof openDescribed>>;
  beforeAll(async () => {
    standIn = await openStandIn({ publicUrl, deliver: async () => new Response(null) });
    described = await openDescribed(standIn.voice.origin);
    standIn.account.buy(ours);
    standIn.account.buy(wantsAddress, 'local');
  }, 120_000);
  afterAll(async () => {
    await described.close();
    await standIn.close();
  });
  const provision = (args: readonly string[], environment: object = account) =>
    runCommand(twilioProvisionAt({ ...environment }, described.origin), args);
  const check = (args: readonly string[], environment: object = account) =>
    runCommand(twilioCheckAt({ ...environment }, described.origin), args);

  it('TW-60 say what they would do, and do nothing, when they only try', async () => {
    const tried = await provision([ours, notOurs, '--dry-run']);
    expect(tried.code).toBe(0);
    expect(tried.out).toEqual([
      'Créer l’application « Aiguillage », qui envoie les appels au hub.',
      'Créer la clé qui ouvre les postes.',
      `Relier ${ours} à l’application.`,
      `À faire par vous : ${notOurs} n’est pas à ce compte. Achetez ce numéro, ou portez-le, dans la console de Twilio.`,
    ]);
    expect(standIn.account.kept).toMatchObject({ Applications: [], Keys: [] });
  });

  it('TW-60 make what is missing, once, and tell the key’s secret', async () => {
    const done = await provision(['01 99 00 00 10']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out.join('\n')).toMatch(
      /AIGUILLAGE_TWILIO_API_KEY=SK[0-9a-f]{32}\nAIGUILLAGE_TWILIO_API_SECRET=a-secret-told-once/,
    );
    const [app] = standIn.account.kept['Applications'] ?? [];
    expect(app).toMatchObject({
      voice_url: `${publicUrl}/twilio/voice`,
      voice_fallback_url: `${publicUrl}/twilio/fallback`,
      status_callback: `${publicUrl}/twilio/status`,
    });
    expect(standIn.account.kept['IncomingPhoneNumbers']?.[0]).toMatchObject({
      voice_application_sid: app?.sid,
    });
    const again = await provision([ours], { ...account, ...keyOf(standIn) });
    expect(again.out).toEqual(['Rien à faire : ce compte est prêt.']);
    expect(described.checked.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
    expect(described.checked.flatMap(({ unknown }) => unknown)).toEqual([]);
  });

  it('TW-60 correct an application that sends calls elsewhere, and leave papers to the operator', async () => {
    const moved = { ...account, ...keyOf(standIn), PUBLIC_URL: 'https://autre.exemple.invalid' };
    const done = await provision([wantsAddress], moved);
    expect(done.code).toBe(1);
    expect(done.out).toEqual([
      'Corriger les adresses de l’application « Aiguillage ».',
      `Relier ${wantsAddress} à l’application.`,
      `À faire par vous : ${wantsAddress} demande une adresse. Donnez-la dans la console, avec ses justificatifs.`,
    ]);
    expect(standIn.account.kept['Applications']).toHaveLength(1);
    expect(standIn.account.kept['Applications']?.[0]).toMatchObject({
      voice_url: 'https://autre.exemple.invalid/twilio/voice',
    });
  });

  it('TW-61 say what is wrong, and change nothing', async () => {
    const before = structuredClone(standIn.account.kept);
    const found = await check([notOurs], { ...account, ...keyOf(standIn), ...strangeKey });
    expect(found.code).toBe(1);
    expect(found.out.join('\n')).toContain(`${notOurs} n’est pas à ce compte`);
    expect(found.out.join('\n')).toContain('La clé des postes');
    // Nobody answers at that address.
    expect(found.out.join('\n')).toContain('Personne ne répond à PUBLIC_URL');
    expect(standIn.account.kept).toEqual(before);
  });

  it('TW-60 refuse what they cannot work with, in a sentence', async () => {
    for (const [environment, says] of [
      [{}, /AIGUILLAGE_TWILIO_ACCOUNT_SID/],
      [{ ...account, PUBLIC_URL: 'http://127.0.0.1:8080' }, /https/],
      [{ ...account, PUBLIC_URL: undefined }, /PUBLIC_URL/],
      [{ ...account, AIGUILLAGE_TWILIO_AUTH_TOKEN: 'wrong' }, /Twilio refuse ce compte/],
    ] as const) {
      const refused = await provision([], environment);
      expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(says)]);
    }
    expect((await provision(['abc'])).err).toContain('n’est pas un numéro');
    expect((await provision(['--nothing'])).code).toBe(2);
  });
});

const strangeKey = { AIGUILLAGE_TWILIO_API_KEY: `SK${'9'.repeat(32)}` };

/** The key that was made, as the operator then has it. */
function keyOf(standIn: TwilioStandIn) {
  return {
    AIGUILLAGE_TWILIO_API_KEY: standIn.account.kept['Keys']?.[0]?.sid ?? '',
    AIGUILLAGE_TWILIO_API_SECRET: 'a-secret-told-once',
  };
}
