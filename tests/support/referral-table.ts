import type { ReferralAct, ReferralLife } from '#src/booking';

/** When the acts of the table are said. */
export const saidAt = '2026-01-13T09:00:00.000Z';
const before = '2026-01-13T08:00:00.000Z';
const after = '2026-01-13T10:00:00.000Z';
const dayBefore = '2026-01-12T08:59:59.000Z';

const sent: ReferralLife = {
  state: 'sent',
  appointment: null,
  proposal: null,
  awaitedSince: dayBefore,
  decidedAt: null,
  attendanceAt: null,
  result: null,
  resultAt: null,
  heardAt: null,
};
const ahead = { appointment: { start: after } };
const begun = { appointment: { start: before } };
const received = { ...sent, state: 'received' as const };
const proposed = {
  ...sent,
  state: 'proposed' as const,
  proposal: {
    times: [
      { id: 'ahead', start: after },
      { id: 'past', start: before },
    ],
  },
};
const passed = { times: [{ id: 'past', start: before }] };
const accepted = { ...sent, state: 'accepted' as const, decidedAt: dayBefore };
const attended = {
  ...accepted,
  ...begun,
  state: 'attended' as const,
  attendanceAt: before,
  result: 'solved' as const,
  resultAt: before,
};
const missed = { ...accepted, ...begun, state: 'missed' as const, attendanceAt: before };

/** A referral for each row of the tables of BO-90, by what the row says of it. */
export const rows: Readonly<Record<string, ReferralLife>> = {
  '`sent`, no time': sent,
  '`sent`, to come': { ...sent, ...ahead },
  '`sent`, begun': { ...sent, ...begun },
  '`received`, no time': received,
  '`received`, to come': { ...received, ...ahead },
  '`received`, begun': { ...received, ...begun },
  '`proposed`, no time': proposed,
  '`proposed`, no time, all passed': { ...proposed, proposal: passed },
  '`proposed`, to come': { ...proposed, ...ahead },
  '`proposed`, begun': { ...proposed, ...begun },
  '`accepted`, no time': accepted,
  '`accepted`, to come': { ...accepted, ...ahead },
  '`accepted`, begun': { ...accepted, ...begun },
  '`attended`': attended,
  '`attended`, for over a day': { ...attended, attendanceAt: dayBefore, resultAt: dayBefore },
  '`missed`': missed,
  '`missed`, for over a day': { ...missed, attendanceAt: dayBefore },
  '`refused`': { ...accepted, state: 'refused' },
  '`expired`': { ...sent, state: 'expired' },
  '`cancelled`': { ...accepted, state: 'cancelled' },
};

/** What is said, for each column. */
export const columns: Readonly<Record<string, ReferralAct>> = {
  receive: { type: 'receive' },
  accept: { type: 'accept' },
  refuse: { type: 'refuse' },
  propose: { type: 'propose', times: [{ start: after }] },
  'propose a past time': { type: 'propose', times: [{ start: after }, { start: before }] },
  'move, by the venue': { type: 'move', by: 'venue', to: { start: after } },
  'move, by another': { type: 'move', by: 'person', to: { start: after } },
  'move to a past time': { type: 'move', by: 'venue', to: { start: before } },
  choose: { type: 'choose', timeId: 'ahead' },
  'choose a past one': { type: 'choose', timeId: 'past' },
  decline: { type: 'decline' },
  cancel: { type: 'cancel' },
  expire: { type: 'expire' },
  attend: { type: 'attend' },
  miss: { type: 'miss' },
  'learn `attended`': { type: 'learn', news: 'attended' },
  'learn `missed`': { type: 'learn', news: 'missed' },
  'learn `waiting`': { type: 'learn', news: 'waiting' },
  result: { type: 'result', result: 'solved' },
};
