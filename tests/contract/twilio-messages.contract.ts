import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { present } from '#src/kernel';
import type { Parcel } from '../../main/hub/notifications/carrier.port.ts';
import { hashOfText } from '../../main/hub/notifications/text-hash.ts';
import { twilioCarrier } from '../../main/hub/notifications/twilio.ts';
import { type Gateway, openGateway } from '../support/message-gateway.ts';
import { testAccount } from '../support/twilio-account.ts';

/** Twilio's own description of its service, as its package of tools ships it. */
const description = z.object({
  paths: z.record(
    z.string(),
    z.object({
      post: z
        .object({
          requestBody: z.object({
            content: z.record(
              z.string(),
              z.object({
                schema: z.object({
                  properties: z.record(z.string(), z.unknown()),
                  required: z.array(z.string()).default([]),
                }),
              }),
            ),
          }),
        })
        .optional(),
      get: z.object({ parameters: z.array(z.object({ name: z.string() })) }).optional(),
    }),
  ),
  components: z.object({
    schemas: z.record(
      z.string(),
      z.object({
        enum: z.array(z.string()).optional(),
        properties: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  }),
});
const file = createRequire(import.meta.url).resolve(
  '@twilio-alpha/mcp/twilio-oai/spec/json/twilio_api_v2010.json',
);
const twilio = description.parse(JSON.parse(await readFile(file, 'utf8')));
const messages = '/2010-04-01/Accounts/{AccountSid}/Messages.json';
const pathOf = (path: string) => path.replace('{AccountSid}', testAccount.accountSid);

const parcel: Parcel = {
  reference: '0199aaaa-0000-7000-8000-000000000001',
  to: '+33639980012',
  subject: null,
  text: 'RDV lundi 12 janvier à 10 h.',
  html: null,
  calendar: null,
};
const since = () => new Date(Date.now() - 1000).toISOString();

describe('text messages by Twilio', () => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await openGateway();
  });
  afterEach(() => gateway.close());
  const carrier = () => twilioCarrier({ ...testAccount, origin: gateway.origin });
  const answering = (status: number) =>
    gateway.onSend((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status, code: 20_000 + status, message: 'no' }));
      return true;
    });

  it('ME-29 are asked for as Twilio describes it, from a sender of letters', async () => {
    expect(await carrier().send(parcel)).toMatchObject({ outcome: 'taken' });
    const [asked] = gateway.asked;
    const { post } = present(twilio.paths[messages], 'Twilio describes its messages');
    const form = present(
      post?.requestBody.content['application/x-www-form-urlencoded']?.schema,
      'Twilio describes the form',
    );
    expect(asked).toMatchObject({ method: 'POST', path: pathOf(messages) });
    const sent = [...(asked?.form.keys() ?? [])];
    expect(Object.keys(form.properties)).toEqual(expect.arrayContaining(sent));
    expect(sent).toEqual(expect.arrayContaining(form.required));
    expect(Object.fromEntries(asked?.form ?? [])).toEqual({
      To: parcel.to,
      From: testAccount.sender,
      Body: parcel.text,
    });
  });

  it('ME-25 are refused, put off or doubtful by what Twilio answers', async () => {
    for (const [status, outcome] of [
      [400, 'refused'],
      [401, 'refused'],
      [429, 'later'],
      [500, 'unknown'],
      [503, 'unknown'],
    ] as const) {
      answering(status);
      expect([status, await carrier().send(parcel)]).toEqual([status, { outcome }]);
    }
    gateway.onSend((_, response) => {
      response.destroy();
      return true;
    });
    expect(await carrier().send(parcel)).toEqual({ outcome: 'unknown' });
    const nowhere = twilioCarrier({ ...testAccount, origin: 'http://127.0.0.1:9' });
    expect(await nowhere.send(parcel)).toEqual({ outcome: 'later' });
  });

  it('ME-25 are found again by whom they are to and by their words', async () => {
    const asked = { to: parcel.to, since: since(), textHash: hashOfText(parcel.text) };
    expect(await carrier().trace(asked)).toEqual({ outcome: 'absent' });
    await carrier().send({ ...parcel, text: 'Un autre message.' });
    expect(await carrier().trace(asked)).toEqual({ outcome: 'absent' });
    const handed = await carrier().send(parcel);
    expect(await carrier().trace(asked)).toEqual(handed);
    const { get } = present(twilio.paths[messages], 'Twilio describes its messages');
    const known = get?.parameters.map(({ name }) => name);
    const query = gateway.asked.find(({ method }) => method === 'GET')?.query;
    expect(known).toEqual(expect.arrayContaining([...(query?.keys() ?? [])]));
    await gateway.close();
    expect(await carrier().trace(asked)).toEqual({ outcome: 'unknown' });
    gateway = await openGateway();
  });

  it('ME-27 have a fate once Twilio knows it, for every status that it describes', async () => {
    const handed = await carrier().send(parcel);
    const providerId = handed.outcome === 'taken' ? handed.providerId : '';
    const statuses = twilio.components.schemas['message_enum_status']?.enum ?? [];
    expect(statuses).toContain('undelivered');
    for (const status of statuses) {
      const [message] = gateway.taken;
      if (message !== undefined) message.status = status;
      const fate =
        status === 'delivered'
          ? 'delivered'
          : status === 'undelivered' || status === 'failed'
            ? 'undelivered'
            : null;
      expect([status, await carrier().fate?.(providerId)]).toEqual([status, fate]);
    }
  });
});
