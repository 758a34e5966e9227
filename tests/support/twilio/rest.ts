import { testVoice } from '../twilio-account.ts';
import { type Call, isOver } from './calls.ts';
import type { Conference, Participant } from './conferences.ts';
import type { Network } from './network.ts';
import type { StandInAccount } from './rest-account.ts';

/** The account's REST service, as far as calls need it. */
export async function answerRest(
  { network, account }: { readonly network: Network; readonly account: StandInAccount },
  request: Request,
): Promise<Response> {
  const { accountSid, authToken } = testVoice;
  const expected = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
  if (request.headers.get('authorization') !== expected) return refuse(401, 20_003);
  const { pathname, searchParams } = new URL(request.url);
  const root = `/2010-04-01/Accounts/${accountSid}/`;
  if (!pathname.startsWith(root)) return refuse(404, 20_404);
  const path = pathname
    .slice(root.length)
    .replace(/\.json$/, '')
    .split('/')
    .map(decodeURIComponent);
  const body = new URLSearchParams(request.method === 'POST' ? await request.text() : '');
  const asked = { method: request.method, query: searchParams, body };
  const [resource, sid, inner, innerSid] = path;
  if (resource === 'Calls' && sid !== undefined)
    return ofCall(network, sid, inner, innerSid, asked);
  if (resource === 'Recordings' && sid !== undefined) {
    return network.recordings.ofOne(sid, request.method, request.headers.get('range'));
  }
  if (resource !== 'Conferences') {
    return account.answer(resource ?? '', sid, asked) ?? refuse(404, 20_404);
  }
  if (sid === undefined) return listConferences(network, asked);
  return inner === 'Participants'
    ? ofParticipants(network, sid, innerSid, asked)
    : refuse(404, 20_404);
}

type Asked = {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: URLSearchParams;
};

function listConferences({ conferences }: Network, { query }: Asked): Response {
  const name = query.get('FriendlyName');
  const status = query.get('Status');
  const found = conferences.all.filter(
    (known) =>
      (name === null || known.name === name) && (status === null || known.status === status),
  );
  return Response.json({ ...page, conferences: found.map(conferenceJson) });
}

function ofParticipants(
  network: Network,
  room: string,
  who: string | undefined,
  { method, body }: Asked,
): Response {
  if (who === undefined && method === 'POST') return invite(network, room, body);
  const conference = network.conferences.all.find(({ sid }) => sid === room);
  if (conference === undefined) return refuse(404, 20_404);
  const there = [...conference.participants.values()];
  if (who === undefined) {
    const participants = there.map((one) => participantJson(conference, one));
    return Response.json({ ...page, participants });
  }
  const found = there.find(({ call, label }) => call.sid === who || label === who);
  if (found === undefined) return refuse(404, 20_404);
  const isHeld = body.get('Hold');
  if (isHeld !== null) network.conferences.hold(conference, found, isHeld === 'true');
  return Response.json(participantJson(conference, found));
}

function invite(network: Network, name: string, body: URLSearchParams): Response {
  const call = network.invite({
    name,
    from: body.get('From') ?? '',
    to: body.get('To') ?? '',
    label: body.get('Label') ?? '',
    statusUrl: body.get('StatusCallback') ?? '',
    conferenceUrl: body.get('ConferenceStatusCallback'),
    ringsForS: Number(body.get('Timeout') ?? 60),
    isMuted: body.get('Muted') === 'true',
    startsIt: body.get('StartConferenceOnEnter') !== 'false',
    endsIt: body.get('EndConferenceOnExit') === 'true',
  });
  const place = network.conferences.placeOf(call);
  return Response.json(
    { call_sid: call.sid, label: body.get('Label'), conference_sid: place?.conference.sid ?? null },
    { status: 201 },
  );
}

function ofCall(
  network: Network,
  sid: string,
  inner: string | undefined,
  innerSid: string | undefined,
  { method, body }: Asked,
): Response {
  const call = network.calls.get(sid);
  if (call === undefined) return refuse(404, 20_404);
  if (inner === 'Recordings') return network.recordings.ofCall(call, innerSid, { method, body });
  if (method === 'POST') {
    if (isOver(call)) return refuse(400, 21_220);
    const url = body.get('Url');
    if (url !== null) network.redirect(call, url);
    if (body.get('Status') === 'completed') network.hangUp(call, 'participant_updated_via_api');
  }
  return Response.json(callJson(call));
}

const page = { page: 0, page_size: 50, next_page_uri: null, first_page_uri: '/', uri: '/' };

const conferenceJson = ({ sid, name, status }: Conference) => ({
  sid,
  friendly_name: name,
  status,
  account_sid: testVoice.accountSid,
});

const participantJson = (
  conference: Conference,
  { call, label, isHeld, isMuted, isIn }: Participant,
) => ({
  call_sid: call.sid,
  conference_sid: conference.sid,
  label,
  hold: isHeld,
  muted: isMuted,
  status: isIn ? 'connected' : 'ringing',
});

const callJson = ({ sid, from, to, status, direction, startedAt, endedAt }: Call) => ({
  ...{ sid, from, to, status, direction },
  start_time: startedAt?.toUTCString() ?? null,
  end_time: endedAt?.toUTCString() ?? null,
  duration:
    startedAt === null || endedAt === null
      ? null
      : String(Math.round((endedAt.getTime() - startedAt.getTime()) / 1000)),
});

function refuse(status: number, code: number): Response {
  return Response.json({ status, code, message: 'refused' }, { status });
}
