import { err, ok, type Result } from '#src/kernel';
import type { Timers } from '../timers.ts';
import type { SipNetwork } from './config.ts';
import { answeredDialog, type Dialog, dialogHeaders } from './dialog.ts';
import { header, type SipHeaders, type SipResponse } from './message.ts';
import { newBranch, patienceMs, sdpBody, secretHeader, token } from './transaction.ts';

/** A call that the hub makes to one end. */
export type Attempt = {
  /** Its Call-ID, which its dialog keeps. */
  readonly id: string;
  /** Joined, or with which status it ended: 408 where nobody answered, 487 where the hub gave up. */
  readonly outcome: Promise<Result<{ readonly dialog: Dialog; readonly sdp: string }, number>>;
  readonly cancel: () => void;
};

export type Wanted = {
  readonly to: string;
  readonly from: string;
  readonly sdp: string;
  readonly headers: SipHeaders;
};

/** How long a telephone may ring whatever the hub wants. */
const longestRingMs = 180_000;

type Means = {
  readonly network: SipNetwork;
  readonly timers: Timers;
  /** Who waits for answers, by the branch of their request. */
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
export function startAttempt(
  { network, timers, asked, send, contact }: Means,
  call: Wanted,
): Attempt {
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
  const leave = (joined: Dialog) =>
    send('BYE', joined.target, newBranch(), dialogHeaders(joined, 'BYE', 2));

  const join = (response: SipResponse) => {
    const begun = answeredDialog(response, 1);
    if (begun === null) return end(err(488));
    // Said again, its acknowledgement was lost.
    acknowledge(begun);
    if (dialog !== null) {
      // SI-8: of two pages that answer in one moment, the first has the call.
      if (begun.remote !== dialog.remote) leave(begun);
      return;
    }
    dialog = begun;
    if (!isGivenUp) return end(ok({ dialog: begun, sdp: response.body }));
    leave(begun);
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
  const fields = [...common('INVITE'), secret, contact, ...call.headers, sdpBody];
  send('INVITE', call.to, branch, fields, call.sdp);
  return { id, outcome: ended.promise, cancel: giveUp };
}
