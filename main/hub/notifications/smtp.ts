import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { type Carrier, carrierTimeoutMs, type Handed } from './carrier.port.ts';

export type MailAccount = {
  /** `smtps://account:password@server:465`, or `smtp:` where the server turns to TLS by itself. */
  readonly url: string;
  /** The address that messages leave from. */
  readonly from: string;
};

/**
 * E-mails by SMTP. The protocol has no way to ask for what was sent: of a message that may have left nothing is known. Its
 * Message-ID is the same each time, so that a server that has it can tell.
 */
export function smtpCarrier({ url, from }: MailAccount): Carrier {
  const server = new URL(url);
  for (const delay of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
    server.searchParams.set(delay, String(carrierTimeoutMs / 3));
  }
  const transport = createTransport(server.href, { from });
  const domain = from.replace(/^.*@|>$/g, '');
  return {
    send: async ({ reference, to, subject, text, html, calendar }) => {
      const messageId = `<${reference}@${domain}>`;
      // Once a message is under way, a connection that breaks does not say how far it came: what is wrong before is found here.
      const isReady = await transport.verify().catch(() => false);
      if (!isReady) return { outcome: 'later' };
      try {
        await transport.sendMail({
          messageId,
          to: { name: '', address: to },
          subject: subject ?? '',
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(html === null ? {} : { html }),
          ...(calendar === null
            ? {}
            : { icalEvent: { content: calendar.text, method: methodOf(calendar.type) } }),
        });
        return { outcome: 'taken', providerId: messageId };
      } catch (error) {
        return { outcome: failureOf(error) };
      }
    },
    trace: async () => ({ outcome: 'unknown' }),
    fate: null,
    close: () => transport.close(),
  };
}

function methodOf(type: string): string {
  return /method=(\w+)/.exec(type)?.[1] ?? 'PUBLISH';
}

const answered = z.object({ responseCode: z.number() });
const unreached = z.object({ syscall: z.enum(['connect', 'getaddrinfo']) });

function failureOf(error: unknown): Exclude<Handed['outcome'], 'taken'> {
  const answer = answered.safeParse(error);
  if (answer.success) return answer.data.responseCode >= 500 ? 'refused' : 'later';
  return unreached.safeParse(error).success ? 'later' : 'unknown';
}
