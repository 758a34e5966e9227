import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '#src/kernel';
import type { Timers } from '../timers.ts';
import type { SipNetwork } from './config.ts';
import { createConnection } from './connection.ts';
import { acceptedDialog, answeredDialog, type Dialog, dialogHeaders } from './dialog.ts';
import {
  header,
  type SipHeaders,
  type SipMessage,
  type SipRequest,
  type SipResponse,
  tagOf,
} from './message.ts';

/** A call that the hub makes to one end. */
export type Attempt = {
  /** Its Call-ID, which its dialog keeps. */
  readonly id: string;
  /** Joined, or with which status it ended: 408 where nobody answered, 487 where the hub gave up. */
  readonly outcome: Promise<Result<{ readonly dialog: Dialog; readonly sdp: string }, number>>;
  readonly cancel: () => void;
};

type Wanted = {
  readonly to: string;
  readonly from: string;
  readonly sdp: string;
  readonly headers: SipHeaders;
};

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

/** RFC 3261's T1, T2 and how long an end may take to be heard, in milliseconds. */
const firstPauseMs = 500;
const longestPauseMs = 4_000;
const patienceMs = 32_000;
/** How long a telephone may ring whatever the hub wants. */
const longestRingMs = 180_000;

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  403: 'Forbidden',
  404: 'Not Found',
  481: 'Call Does Not Exist',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
  503: 'Service Unavailable',
};

export const secretHeader = 'X-Aiguillage-Secret';

/** Answered in any case. */
const quietMethods = new Set(['CANCEL', 'OPTIONS', 'INFO']);

const token = () => randomBytes(12).toString('hex');
const media = ['Content-Type', 'application/sdp'] as const;

export function createUserAgent(network: SipNetwork, timers: Timers): UserAgent {
  const contact = ['Contact', `<sip:hub@${network.listen};transport=tcp>`] as const;
  /** Who waits for answers, by the branch of their request. */
  const asked = new Map<string, (response: SipResponse) => void>();
  /** What is said again until it is heard, by Call-ID. */
  const repeated = new Map<string, () => void>();
  const connection = createConnection(network);

  function hear(heard: Heard, request: SipRequest): void {
    const { method } = request;
    if (method === 'INVITE') heard.onInvite(request);
    else if (method === 'ACK') repeated.get(header(request, 'call-id') ?? '')?.();
    else if (method === 'BYE') answer(request, heard.onBye(request) ? 200 : 481);
    else {
      // INFO and OPTIONS are a word that nothing is done with, and a sign of life.
      answer(request, quietMethods.has(method) ? 200 : 488);
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
      const headers = [['To', dialog.local], contact, media] as const;
      sayUntilHeard(dialog.callId, () => answer(request, 200, { headers, body: sdp }));
      return dialog;
    },
    acceptAgain: (request, sdp) => {
      const callId = header(request, 'call-id') ?? '';
      sayUntilHeard(callId, () => answer(request, 200, { headers: [contact, media], body: sdp }));
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

type Means = {
  readonly network: SipNetwork;
  readonly timers: Timers;
  readonly asked: Map<string, (response: SipResponse) => void>;
  readonly send: (
    method: string,
    uri: string,
    branch: string,
    fields: SipHeaders,
    body?: string,
  ) => void;
  readonly contact: readonly [string, string];
};

/** An INVITE with all that may become of it. */
function startAttempt({ network, timers, asked, send, contact }: Means, call: Wanted): Attempt {
  const id = `${token()}@${network.domain}`;
  const branch = newBranch();
  const from = `<${call.from}>;tag=${token()}`;
  const to = `<${call.to}>`;
  const common = (method: string): SipHeaders => [
    ['From', from],
    ['To', to],
    ['Call-ID', id],
    ['CSeq', `1 ${method}`],
    ['Max-Forwards', '70'],
  ];
  const ended = Promise.withResolvers<Awaited<Attempt['outcome']>>();
  let isGivenUp = false;
  let isHeard = false;
  let dialog: Dialog | null = null;

  const end = (outcome: Awaited<Attempt['outcome']>) => {
    stopWaiting();
    ended.resolve(outcome);
  };
  const silent = timers(patienceMs, () => {
    if (!isHeard) end(err(408));
  });
  const tired = timers(longestRingMs, () => giveUp());
  const stopWaiting = () => {
    silent();
    tired();
  };
  const giveUp = () => {
    if (isGivenUp || dialog !== null) return;
    isGivenUp = true;
    // RFC 3261 9.1: before anything was heard there is nothing to take back; the first word does it.
    if (isHeard) send('CANCEL', call.to, branch, common('CANCEL'));
  };

  const acknowledge = (joined: Dialog) =>
    send('ACK', joined.target, newBranch(), dialogHeaders(joined, 'ACK', 1));

  const join = (response: SipResponse) => {
    // The acknowledgement was lost: it is said again.
    if (dialog !== null) return acknowledge(dialog);
    const begun = answeredDialog(response, 1);
    if (begun === null) return end(err(488));
    acknowledge(begun);
    dialog = begun;
    if (!isGivenUp) return end(ok({ dialog: begun, sdp: response.body }));
    send('BYE', begun.target, newBranch(), dialogHeaders(begun, 'BYE', 2));
    end(err(487));
  };

  asked.set(branch, (response) => {
    if (!(header(response, 'cseq') ?? '').endsWith('INVITE')) return;
    const first = !isHeard;
    isHeard = true;
    if (response.status < 200) {
      if (first && isGivenUp) send('CANCEL', call.to, branch, common('CANCEL'));
      return;
    }
    timers(patienceMs, () => asked.delete(branch));
    if (response.status < 300) return join(response);
    const fields = common('ACK').map(([name, value]) =>
      name === 'To' ? ([name, header(response, 'to') ?? value] as const) : ([name, value] as const),
    );
    send('ACK', call.to, branch, fields);
    end(err(response.status));
  });
  const secret = [secretHeader, network.secret] as const;
  const fields = [...common('INVITE'), secret, contact, ...call.headers, media];
  send('INVITE', call.to, branch, fields, call.sdp);
  return { id, outcome: ended.promise, cancel: giveUp };
}

function newBranch(): string {
  return `z9hG4bK${token()}`;
}

function branchOf(message: SipMessage): string {
  return /;\s*branch=([^;,\s]+)/.exec(header(message, 'via') ?? '')?.[1] ?? '';
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
