import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import type { PersonDetails } from '#src/contract';
import type { MessageChannel, MessageLanguage } from '#src/messages';
import type { Carriers } from '../../main/hub/notifications/carrier.port.ts';
import { type SendingParts, sendMessage } from '../../main/hub/notifications/send-message.ts';
import { systemPorts } from '../../main/hub/ports.ts';
import { line, message } from '../../main/hub/storage/schema.ts';
import { details, openReferableCall } from './calls-at-desk.ts';
import type { DeskRig } from './desk-rig.ts';
import { alone, aloneKind, venueDiary, weekly } from './diaries.ts';
import { testPorts } from './hub.ts';

export const rose = {
  phone: '+33639980012',
  email: 'rose@exemple.invalid',
  address: '2 rue du Pré, 48000 Mende',
};

export const hour = 60 * 60;

type Asked = {
  readonly person?: Partial<PersonDetails>;
  readonly language?: MessageLanguage;
  readonly channels?: readonly MessageChannel[];
  /** Hours from now to the beginning of the appointment. */
  readonly inHours?: number;
};

/** Somebody with an appointment in the venue's diary, and how they want to hear of it. */
export async function bookAppointment(rig: DeskRig, diaryId: string, asked: Asked = {}) {
  const { person = rose, language = 'fr', channels, inHours = 72 } = asked;
  const ranges = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, '00:00', '23:00'));
  const diary = venueDiary({ diaryId, venueId: rig.venueId }, 60, ranges);
  const set = { ...diary, kinds: [{ ...aloneKind, minutes: 60, places: 50 }] };
  expect(await rig.act(rig.mediator, 'diary.set', set)).toBe('applied');
  await rig.database.db.update(line).set({ number: '+33466490001' });
  const callId = await openReferableCall(rig, rig.lucie);
  const named = { ...details('Rose Blanc'), ...person };
  await rig.act(rig.lucie, 'people.identify', { callId, caller: named, beneficiary: null });
  if (channels !== undefined) {
    const choice = { callId, language, channels: [...channels] };
    expect(await rig.act(rig.lucie, 'message.choose', choice)).toBe('applied');
  }
  const ids = { callId, bookingId: v7(), referralId: v7() };
  const begins = Math.ceil(Date.parse(rig.now()) / (hour * 1000) + inHours) * hour * 1000;
  const start = new Date(begins).toISOString();
  const end = new Date(begins + hour * 1000).toISOString();
  const slot = { ...alone, diaryId, start, end };
  expect(await rig.act(rig.lucie, 'slot.hold', { callId, bookingId: ids.bookingId, ...slot })).toBe(
    'applied',
  );
  expect(await rig.act(rig.lucie, 'referral.book', ids)).toBe('applied');
  return { ...ids, start };
}

/** What sends messages on the rig's clock. */
export function sendingOn(rig: DeskRig, carriers: Carriers): SendingParts {
  return {
    journal: rig.journal,
    ports: { ...systemPorts(testPorts.log), clock: rig.now },
    carriers,
    publicUrl: 'https://aide.exemple.invalid',
    mailFrom: 'rendez-vous@exemple.invalid',
  };
}

export function messagesOf(rig: DeskRig, referralId: string) {
  return rig.database.db
    .select()
    .from(message)
    .where(eq(message.referralId, referralId))
    .orderBy(message.dueAt, message.kind);
}

/** Every message of the referral has its turn. */
export async function sendAll(parts: SendingParts, rig: DeskRig, referralId: string) {
  for (const { id } of await messagesOf(rig, referralId)) await sendMessage(parts, id, false);
}
