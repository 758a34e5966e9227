import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Parcel } from '../../main/hub/notifications/carrier.port.ts';
import { smtpCarrier } from '../../main/hub/notifications/smtp.ts';

const parcel: Parcel = {
  reference: '0199aaaa-0000-7000-8000-000000000001',
  to: 'rose@exemple.invalid',
  subject: 'Votre rendez-vous',
  text: 'Vous avez rendez-vous lundi.',
  html: '<p>Vous avez rendez-vous lundi.</p>',
  calendar: {
    type: 'text/calendar; charset=utf-8; method=REQUEST',
    text: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
  },
};

type Says = { readonly to?: number; readonly data?: number | 'hang-up' };

/** A mail server that keeps what it is given, or says what a test wants. */
async function openMailServer(says: Says = {}) {
  const kept: string[] = [];
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      done(says.to === undefined ? null : refusal(says.to));
    },
    onData: (stream: SMTPServerDataStream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        kept.push(Buffer.concat(chunks).toString());
        if (says.data === 'hang-up') {
          for (const connection of server.connections) {
            if (connection.session?.id === session.id) connection.close();
          }
        } else {
          done(says.data === undefined ? null : refusal(says.data));
        }
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const carrier = smtpCarrier({
    url: `smtp://127.0.0.1:${port}`,
    from: 'rendez-vous@aide.exemple.invalid',
  });
  return {
    kept,
    carrier,
    close: () => {
      carrier.close();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

describe('e-mails by SMTP', () => {
  const opened: Awaited<ReturnType<typeof openMailServer>>[] = [];
  const open = async (says?: Says) => {
    const server = await openMailServer(says);
    opened.push(server);
    return server;
  };
  afterEach(async () => {
    for (const server of opened.splice(0)) await server.close();
  });

  it('ME-26 carry the words, the page and the appointment, under one Message-ID each time', async () => {
    const { carrier, kept } = await open();
    const handed = await carrier.send(parcel);
    expect(handed).toEqual({
      outcome: 'taken',
      providerId: `<${parcel.reference}@aide.exemple.invalid>`,
    });
    expect(await carrier.send(parcel)).toEqual(handed);
    const [mail = ''] = kept;
    expect(mail).toContain(`Message-ID: <${parcel.reference}@aide.exemple.invalid>`);
    expect(mail).toContain('To: rose@exemple.invalid');
    expect(mail).toContain('Vous avez rendez-vous lundi.');
    expect(mail).toMatch(/Content-Type: text\/html/);
    expect(mail).toMatch(/Content-Type: text\/calendar;[^\n]*method=REQUEST/i);
    expect(mail).toContain('Auto-Submitted: auto-generated');
  });

  it('ME-25 are refused, put off or doubtful by what the server answers', async () => {
    const outcomeOf = async (says: Says) => (await (await open(says)).carrier.send(parcel)).outcome;
    expect(await outcomeOf({ to: 550 })).toBe('refused');
    expect(await outcomeOf({ to: 450 })).toBe('later');
    expect(await outcomeOf({ data: 554 })).toBe('refused');
    expect(await outcomeOf({ data: 452 })).toBe('later');
    expect(await outcomeOf({ data: 'hang-up' })).toBe('unknown');
    const nowhere = smtpCarrier({ url: 'smtp://127.0.0.1:9', from: 'a@exemple.invalid' });
    expect((await nowhere.send(parcel)).outcome).toBe('later');
    nowhere.close();
  });

  it('ME-25 leave no trace that can be asked for', async () => {
    const { carrier } = await open();
    const asked = { to: parcel.to, since: new Date().toISOString(), textHash: '' };
    expect(await carrier.trace(asked)).toEqual({ outcome: 'unknown' });
  });
});
