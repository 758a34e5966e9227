import type { Timers } from '../timers.ts';
import { type Attempt, startAttempt, type Wanted } from './attempt.ts';
import type { SipNetwork } from './config.ts';
import { createConnection } from './connection.ts';
import { acceptedDialog, type Dialog, dialogHeaders } from './dialog.ts';
import {
  header,
  isComplete,
  type SipHeaders,
  type SipRequest,
  type SipResponse,
  tagOf,
} from './message.ts';
import { branchOf, newBranch, patienceMs, sdpBody, token } from './transaction.ts';

/** What others begin. An INVITE, of a new call or within one, waits for `accept` or `refuse`. */
export type Heard = {
  readonly onInvite: (request: SipRequest) => void;
  readonly onCancel: (request: SipRequest) => void;
  /** Whether it ends something. */
  readonly onBye: (request: SipRequest) => boolean;
};

/** The hub as an end of calls, RFC 3261: it takes them, makes them and ends them. */
export type UserAgent = {
  /** Hears what others begin, from now on. */
  readonly open: (heard: Heard) => Promise<void>;
  readonly invite: (call: Wanted) => Attempt;
  /** Joins a call, and says so until the other end has heard it. `null`: the request names no way back. */
  readonly accept: (request: SipRequest, sdp: string) => Dialog | null;
  /** Answers within a dialog that there is. */
  readonly acceptAgain: (request: SipRequest, sdp: string) => void;
  readonly refuse: (request: SipRequest, status: number) => void;
  /** Ends a dialog; asks for nothing back. */
  readonly bye: (dialog: Dialog) => void;
  readonly close: () => Promise<void>;
};

/** RFC 3261's T1 and T2, in milliseconds. */
const firstPauseMs = 500;
const longestPauseMs = 4_000;

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  481: 'Call Does Not Exist',
  482: 'Loop Detected',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
  503: 'Service Unavailable',
};

/** Answered in any case: INFO and OPTIONS are a word that nothing is done with, and a sign of life. */
const quietMethods = new Set(['CANCEL', 'OPTIONS', 'INFO']);
const allowed = ['Allow', 'INVITE, ACK, BYE, CANCEL, OPTIONS, INFO'] as const;

export function createUserAgent(network: SipNetwork, timers: Timers): UserAgent {
  const contact = ['Contact', `<sip:hub@${network.listen};transport=tcp>`] as const;
  /** Who waits for answers, by the branch of their request. */
  const asked = new Map<string, (response: SipResponse) => void>();
  /** What is said again until it is heard, by Call-ID. */
  const repeated = new Map<string, () => void>();
  const connection = createConnection(network);

  function hear(heard: Heard, request: SipRequest): void {
    const { method } = request;
    // Nobody waits for an answer to it.
    if (method === 'ACK') repeated.get(header(request, 'call-id') ?? '')?.();
    else if (!isComplete(request)) answer(request, 400);
    else if (method === 'INVITE') heard.onInvite(request);
    else if (method === 'BYE') answer(request, heard.onBye(request) ? 200 : 481);
    else {
      answer(request, quietMethods.has(method) ? 200 : 405, { headers: [allowed] });
      if (method === 'CANCEL') heard.onCancel(request);
    }
  }

  function answer(request: SipRequest, status: number, more: Partial<SipResponse> = {}): void {
    connection.send(responseTo(request, status, more));
  }

  function send(method: string, uri: string, branch: string, fields: SipHeaders, body = ''): void {
    const via = ['Via', `SIP/2.0/TCP ${network.listen};branch=${branch}`] as const;
    connection.send({ kind: 'request', method, uri, headers: [via, ...fields], body });
  }

  /** RFC 3261 13.3.1.4: an acceptance is lost on the way without anybody noticing but who gave it. */
  function sayUntilHeard(callId: string, say: () => void): void {
    let left = patienceMs;
    let cancel: () => void = () => undefined;
    const again = (pauseMs: number) => {
      say();
      left -= pauseMs;
      if (left <= 0) return stop();
      cancel = timers(pauseMs, () => again(Math.min(2 * pauseMs, longestPauseMs)));
    };
    const stop = () => {
      cancel();
      repeated.delete(callId);
    };
    repeated.get(callId)?.();
    repeated.set(callId, stop);
    again(firstPauseMs);
  }

  return {
    open: (heard) =>
      connection.open((message) => {
        if (message.kind === 'response') asked.get(branchOf(message))?.(message);
        else hear(heard, message);
      }),
    invite: (call) => startAttempt({ network, timers, asked, send, contact }, call),
    accept: (request, sdp) => {
      const localTag = token();
      const dialog = acceptedDialog(request, localTag);
      if (dialog === null) {
        answer(request, 488);
        return null;
      }
      const headers = [['To', dialog.local], contact, allowed, sdpBody] as const;
      sayUntilHeard(dialog.callId, () => answer(request, 200, { headers, body: sdp }));
      return dialog;
    },
    acceptAgain: (request, sdp) => {
      const callId = header(request, 'call-id') ?? '';
      sayUntilHeard(callId, () =>
        answer(request, 200, { headers: [contact, allowed, sdpBody], body: sdp }),
      );
    },
    refuse: (request, status) => answer(request, status),
    bye: (dialog) => {
      repeated.get(dialog.callId)?.();
      const fields = dialogHeaders(dialog, 'BYE', dialog.sequence + 1);
      send('BYE', dialog.target, newBranch(), fields);
    },
    close: async () => {
      for (const stop of [...repeated.values()]) stop();
      await connection.close();
    },
  };
}

const copied = new Set(['via', 'v', 'from', 'f', 'call-id', 'i', 'cseq', 'record-route']);

function responseTo(
  request: SipRequest,
  status: number,
  { headers = [], body = '' }: Partial<SipResponse>,
): SipResponse {
  const to = header(request, 'to') ?? '';
  const answered = tagOf(to) === undefined ? `${to};tag=${token()}` : to;
  const saysTo = headers.some(([name]) => name === 'To');
  return {
    kind: 'response',
    status,
    reason: reasons[status] ?? 'Answered',
    headers: [
      ...request.headers.filter(([name]) => copied.has(name.toLowerCase())),
      ...(saysTo ? [] : [['To', answered] as const]),
      ...headers,
    ],
    body,
  };
}
