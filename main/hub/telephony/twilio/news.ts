import { z } from 'zod';
import { callStatuses } from './fetch-leg.port.ts';
import { holdStatuses } from './hold.ts';
import type { LegNews } from './keep-news.ts';
import { type LegProgress, progressOf } from './leg.ts';
import { type LegOwner, readLegLabel } from './leg-label.ts';
import type { TwilioParameters } from './signature.ts';
import { causeOf, type LegCause } from './tell.ts';

/** What a webhook says beside its words. */
export type Envelope = {
  /** The address it was sent to, which says which call and whose end. */
  readonly query: URLSearchParams;
  /** TW-5: Twilio's own mark of what it sends again. */
  readonly idempotencyToken: string | undefined;
  /** When it came, ISO 8601: where it does not say when it happened. */
  readonly receivedAt: string;
};

const instant = z
  .string()
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite)
  .transform((at) => new Date(at).toISOString())
  .optional()
  .catch(undefined);
const count = z.coerce.number().int().min(0).optional().catch(undefined);
const callSid = z.string().regex(/^CA[0-9a-f]{32}$/i);
const uuid = z.uuid();

const statusForm = z.object({
  CallSid: callSid,
  CallStatus: z.enum(callStatuses),
  SequenceNumber: count,
  Timestamp: instant,
  CallDuration: count,
});

/** What an end does; `null`: nothing that matters here. */
export function statusNews(parameters: TwilioParameters, envelope: Envelope): LegNews | null {
  const read = statusForm.safeParse(parameters);
  if (!read.success) return null;
  const { CallSid, CallStatus, SequenceNumber = null, CallDuration = 0 } = read.data;
  const at = read.data.Timestamp ?? envelope.receivedAt;
  // TW-4: an adviser who answers has not joined yet: the conference says so.
  const status = CallStatus === 'in-progress' ? 'ringing' : CallStatus;
  return {
    key: keyOf(envelope, `status ${CallSid} ${SequenceNumber} ${CallStatus}`),
    legId: CallSid,
    end: endOf(envelope.query, readLegLabel(envelope.query.get('leg') ?? '')),
    sequence: SequenceNumber,
    status: CallStatus,
    at,
    progress: progressOf(status, at, CallDuration),
    cause: causeOf(status),
  };
}

const conferenceForm = z.object({
  CallSid: callSid,
  ConferenceSid: z.string(),
  StatusCallbackEvent: z.enum(['participant-join', 'participant-leave', ...holdStatuses]),
  ParticipantLabel: z.string(),
  SequenceNumber: count,
  Timestamp: instant,
  ReasonParticipantLeft: z.string().optional(),
  ParticipantCallStatus: z.enum(callStatuses).optional().catch(undefined),
});
type ConferenceForm = z.infer<typeof conferenceForm>;

/** Who joins and leaves a conference, or is held there; `null`: something else of it. */
export function conferenceNews(parameters: TwilioParameters, envelope: Envelope): LegNews | null {
  const read = conferenceForm.safeParse(parameters);
  if (!read.success) return null;
  const { CallSid, ConferenceSid, StatusCallbackEvent, SequenceNumber = null } = read.data;
  const owner = readLegLabel(read.data.ParticipantLabel);
  const end = endOf(envelope.query, owner);
  if (owner === null || end === null) return null;
  const at = read.data.Timestamp ?? envelope.receivedAt;
  const name = `conference ${ConferenceSid} ${CallSid} ${SequenceNumber} ${StatusCallbackEvent}`;
  return {
    key: keyOf(envelope, name),
    legId: CallSid,
    end,
    sequence: SequenceNumber,
    status: StatusCallbackEvent,
    at,
    ...moveOf(read.data, owner, at),
  };
}

type Move = { readonly progress: LegProgress; readonly cause: LegCause };

function moveOf(form: ConferenceForm, { role }: LegOwner, at: string): Move {
  // Who is held, or no longer, is there.
  if (form.StatusCallbackEvent !== 'participant-leave') {
    return { progress: { state: 'joined', joinedAt: at, endedAt: null }, cause: 'unknown' };
  }
  // They may hear a question outside, and come back: only their call's own end is theirs.
  if (role === 'caller') {
    return { progress: { state: 'joined', joinedAt: at, endedAt: null }, cause: 'unknown' };
  }
  const { ReasonParticipantLeft: reason = '', ParticipantCallStatus: status = 'failed' } = form;
  if (reason === 'participant_add_failed') {
    return { progress: progressOf(status, at, 0), cause: causeOf(status) };
  }
  // TW-7: who leaves had joined.
  const progress = { state: 'ended', joinedAt: at, endedAt: at } as const;
  return { progress, cause: leaveCauses[reason] ?? 'unknown' };
}

const leaveCauses: Readonly<Record<string, LegCause>> = {
  participant_hung_up: 'hung-up',
  participant_updated_via_api: 'taken-out',
  moderator_ended_conference: 'taken-out',
  conference_ended_via_api: 'taken-out',
};

function keyOf({ idempotencyToken }: Envelope, otherwise: string): string {
  return idempotencyToken === undefined ? otherwise : `token ${idempotencyToken}`;
}

function endOf(query: URLSearchParams, owner: LegOwner | null): LegNews['end'] {
  const callId = uuid.safeParse(query.get('call'));
  return callId.success && owner !== null ? { callId: callId.data, owner } : null;
}
