import { randomBytes } from 'node:crypto';
import type { CallStatus } from '../../../main/hub/telephony/twilio/fetch-leg.port.ts';
import { testVoice } from '../twilio-account.ts';
import type { Frame, RungEnd } from './ends.ts';
import type { Parameters, Webhooks } from './webhooks.ts';

export type Status = Exclude<CallStatus, 'initiated'>;

/** One end's call with the network. */
export type Call = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api';
  /** Who is told what becomes of it. */
  readonly statusUrl: string;
  status: Status;
  startedAt: Date | null;
  endedAt: Date | null;
  sequence: number;
  /** The telephone or softphone at this end. */
  end: RungEnd;
  /** Where its voice goes. */
  onFrame: (frame: Frame) => void;
  /** Runs once it is over, and when its TwiML is replaced. */
  interrupt: () => void;
  /** The keys that were pressed, and not asked for yet. */
  digits: string;
  onDigit: () => void;
  /** What was said and played to it. */
  readonly heard: string[];
};

export const newSid = (kind: string) => `${kind}${randomBytes(16).toString('hex')}`;

const nobody: RungEnd = { play: () => undefined, hangUp: () => undefined };

type NewCall = Pick<Call, 'from' | 'to' | 'direction' | 'statusUrl'>;

export function newCall(given: NewCall): Call {
  return {
    ...given,
    sid: newSid('CA'),
    status: 'queued',
    startedAt: null,
    endedAt: null,
    sequence: 0,
    end: nobody,
    onFrame: () => undefined,
    interrupt: () => undefined,
    digits: '',
    onDigit: () => undefined,
    heard: [],
  };
}

/** It is answered: by whoever is called, or by the network before it says anything. */
export function answer(call: Call): void {
  if (call.startedAt !== null) return;
  call.status = 'in-progress';
  call.startedAt = new Date();
}

export const isOver = ({ endedAt }: Call) => endedAt !== null;

/** What every webhook about a call says of it. */
export function callParameters(call: Call): Parameters {
  return {
    AccountSid: testVoice.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
  };
}

/** `in-progress` is told as it is, though it is asked for as « answered ». */
export function tellStatus(webhooks: Webhooks, call: Call, status: CallStatus): void {
  const seconds =
    call.endedAt === null || call.startedAt === null
      ? null
      : Math.round((call.endedAt.getTime() - call.startedAt.getTime()) / 1000);
  webhooks.tell(call.statusUrl, {
    ...callParameters(call),
    CallStatus: status,
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.sequence),
    Timestamp: new Date().toUTCString(),
    ...(seconds === null ? {} : { CallDuration: String(seconds) }),
  });
  call.sequence += 1;
}
