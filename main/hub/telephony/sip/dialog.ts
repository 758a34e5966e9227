import { z } from 'zod';
import { addressOf, header, headers, type SipHeaders, type SipMessage, tagOf } from './message.ts';

/** A conversation between the hub and one end, RFC 3261 12: kept, so that a hub that starts anew goes on with it. */
export const dialogShape = z.object({
  callId: z.string(),
  /** From and To as the hub writes them, with their tags. */
  local: z.string(),
  remote: z.string(),
  /** Where the other end is reached, and by whom. */
  target: z.string(),
  routes: z.array(z.string()),
  /** Of the hub's last request. */
  sequence: z.number(),
});
export type Dialog = z.infer<typeof dialogShape>;

/** The dialog that the hub begins by accepting `invite`; `null` where it names no way back. */
export function acceptedDialog(invite: SipMessage, localTag: string): Dialog | null {
  const parts = named(invite);
  if (parts === null) return null;
  return {
    callId: parts.callId,
    local: `${parts.to};tag=${localTag}`,
    remote: parts.from,
    target: addressOf(parts.contact),
    routes: [...headers(invite, 'record-route')],
    sequence: 0,
  };
}

/** The dialog that an answer of 200 begins for an INVITE of the hub. */
export function answeredDialog(answer: SipMessage, sequence: number): Dialog | null {
  const parts = named(answer);
  if (parts === null || tagOf(parts.to) === undefined) return null;
  return {
    callId: parts.callId,
    local: parts.from,
    remote: parts.to,
    target: addressOf(parts.contact),
    routes: [...headers(answer, 'record-route')].reverse(),
    sequence,
  };
}

function named(message: SipMessage) {
  const [from, to, callId, contact] = ['from', 'to', 'call-id', 'contact'].map((name) =>
    header(message, name),
  );
  if (!from || !to || !callId || !contact) return null;
  return { from, to, callId, contact };
}

/** The headers of a request within a dialog; `sequence` is its own but for an ACK, which has its INVITE's. */
export function dialogHeaders(dialog: Dialog, method: string, sequence: number): SipHeaders {
  return [
    ...dialog.routes.map((route) => ['Route', route] as const),
    ['From', dialog.local],
    ['To', dialog.remote],
    ['Call-ID', dialog.callId],
    ['CSeq', `${sequence} ${method}`],
    ['Max-Forwards', '70'],
  ];
}

/** Whether a request comes from the dialog's other end. */
export function isOfDialog(dialog: Dialog, request: SipMessage): boolean {
  const tags = (from: string, to: string) => [tagOf(from), tagOf(to)].join(' ');
  return (
    header(request, 'call-id') === dialog.callId &&
    tags(header(request, 'from') ?? '', header(request, 'to') ?? '') ===
      tags(dialog.remote, dialog.local)
  );
}
