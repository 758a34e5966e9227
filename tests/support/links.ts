import { v7 } from 'uuid';
import { expect } from 'vitest';
import type { LinkPurpose } from '#src/contract';
import type { Hub } from '../../main/hub/hub.ts';
import { issueLink } from '../../main/hub/links/link-store.ts';
import { openReferableCall } from './calls-at-desk.ts';
import type { DeskRig } from './desk-rig.ts';
import { alone, venueDiary, weekly } from './diaries.ts';
import { origin } from './hub.ts';

const hour = 60 * 60 * 1000;

/** A request for a time at the rig's venue. */
export async function requestTime(rig: DeskRig) {
  const callId = await openReferableCall(rig, rig.lucie);
  const referralId = v7();
  const wish = { referralId, callId, venueId: rig.venueId, wishes: ['Mardi matin'] };
  expect(await rig.act(rig.lucie, 'referral.request', wish)).toBe('applied');
  return referralId;
}

/** The venue's own diary, with an hour free for each hour of every day. */
export async function openDiary(rig: DeskRig, diaryId: string) {
  const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '00:00', '23:00'));
  const set = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
  expect(await rig.act(rig.mediator, 'diary.set', set)).toBe('applied');
}

/** An appointment in that diary, at the first whole hour that is so many hours away. */
export async function bookIn(rig: DeskRig, diaryId: string, hoursAway: number) {
  const callId = await openReferableCall(rig, rig.lucie);
  const ids = { callId, bookingId: v7(), referralId: v7() };
  const begins = Math.ceil(Date.parse(rig.now()) / hour + hoursAway) * hour;
  const [start, end] = [begins, begins + hour].map((at) => new Date(at).toISOString());
  const slot = { diaryId, ...alone, start: start ?? '', end: end ?? '' };
  const held = await rig.act(rig.lucie, 'slot.hold', {
    callId,
    bookingId: ids.bookingId,
    ...slot,
  });
  expect(held).toBe('applied');
  expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
  return { ...ids, start: slot.start, end: slot.end };
}

/** A new link's path. */
export async function linkTo(rig: DeskRig, referralId: string, purpose: LinkPurpose) {
  const issued = await rig.database.transaction((tx) =>
    issueLink(tx, { purpose, referralId, now: rig.now() }),
  );
  return issued.path;
}

export type Visit = { readonly status: number; readonly text: string; readonly headers: Headers };

/** Looks at a page as a browser that follows a link of a mail program does. */
export async function look(hub: Hub, path: string, headers = {}): Promise<Visit> {
  return read(
    await hub.fetch(
      new Request(origin + path, { headers: { 'sec-fetch-site': 'cross-site', ...headers } }),
    ),
  );
}

/** Posts a form of the page as a browser does that names no referrer. */
export async function press(
  hub: Hub,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers = {},
): Promise<Visit> {
  const request = new Request(origin + path, {
    method: 'POST',
    headers: {
      origin: 'null',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
  return read(await hub.fetch(request));
}

async function read(answer: Response): Promise<Visit> {
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}
