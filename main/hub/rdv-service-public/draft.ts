import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { stands } from '#src/booking';
import type { DraftRefusal } from '#src/contract';
import { err, ok, present, type Result } from '#src/kernel';
import type { Journal } from '../operations/journal.ts';
import { hasConsent } from '../operations/people.ts';
import { changedReferral } from '../operations/referrals.ts';
import type { Ports } from '../ports.ts';
import type { Transaction } from '../storage/database.ts';
import { callIdentity, person, rdvPlan, referral } from '../storage/schema.ts';
import { nextLook } from './next-look.ts';
import type {
  PlannedPerson,
  RdvFailure,
  RdvPlan,
  RdvServicePublic,
} from './rdv-service-public.port.ts';

/** What drafts are made and followed with. */
export type RdvParts = {
  readonly journal: Journal;
  readonly ports: Ports;
  readonly rdv: RdvServicePublic;
  /** Where desks reach the hub: the site sends the adviser back there. */
  readonly publicUrl: string;
};

export type NoDraft = { readonly code: DraftRefusal; readonly said: string };

/** Nobody waits longer for an answer than the port does: who was asking then is gone. */
const askingSeconds = 60;

type Claim =
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'none'; readonly code: DraftRefusal }
  | { readonly kind: 'ask'; readonly person: PlannedPerson };

/**
 * BO-63: where the draft of a referral is opened: the one that there is, or else the one that is made now. That it is asked for
 * is written down before it is; what may have been made is never asked for again, so that there is one at most.
 */
export async function openDraft(
  parts: RdvParts,
  referralId: string,
): Promise<Result<string, NoDraft>> {
  const claim = await claimDraft(parts, referralId);
  if (claim.kind === 'there') return ok(claim.url);
  if (claim.kind === 'none') return err({ code: claim.code, said: '' });
  const made = await parts.rdv.createPlan(claim.person, `${parts.publicUrl}/suivi`);
  await keepDraft(parts, referralId, made);
  return made.ok ? ok(made.value.url) : err(wordsOf(made.error));
}

function claimDraft({ journal, ports }: RdvParts, referralId: string): Promise<Claim> {
  const now = ports.clock();
  return journal.write<Claim>(now, async (tx) => {
    const found = await lockPlan(tx, referralId);
    const none = (code: DraftRefusal) => ({ value: { kind: 'none' as const, code }, changed: [] });
    if (found === null || !stands(found.referral.state)) return none('gone');
    const { plan } = found;
    switch (plan.state) {
      case 'open':
        return {
          value: { kind: 'there', url: present(plan.url, 'what is open has an address') },
          changed: [],
        };
      case 'unsure':
      case 'gone':
        return none(plan.state);
      case 'asking':
        if (!isGivenUp(plan.askedAt, now)) return none('being-made');
        await tx.update(rdvPlan).set({ state: 'unsure' }).where(eq(rdvPlan.referralId, referralId));
        return { value: none('unsure').value, changed: [changedReferral(found.referral)] };
      case 'wanted': {
        // PR-1: what was planned while they agreed is still to be told to somebody.
        if (!(await hasConsent(tx, found.referral.callId))) return none('consent-missing');
        const asking = { state: 'asking' as const, askedAt: now };
        await tx.update(rdvPlan).set(asking).where(eq(rdvPlan.referralId, referralId));
        const planned = await readPlanned(tx, found.referral.callId);
        return {
          value: { kind: 'ask', person: planned },
          changed: [changedReferral(found.referral)],
        };
      }
    }
  });
}

function isGivenUp(askedAt: string | null, now: string): boolean {
  const until = Temporal.Instant.from(askedAt ?? now).add({ seconds: askingSeconds });
  return Temporal.Instant.compare(until, now) <= 0;
}

function keepDraft(
  { journal, ports }: RdvParts,
  referralId: string,
  made: Result<RdvPlan, RdvFailure>,
): Promise<void> {
  const now = ports.clock();
  return journal.write(now, async (tx) => {
    const found = present(await lockPlan(tx, referralId), 'drafts are never deleted');
    await tx.update(rdvPlan).set(rowOf(made, now)).where(eq(rdvPlan.referralId, referralId));
    return { value: undefined, changed: [changedReferral(found.referral)] };
  });
}

function rowOf(
  made: Result<RdvPlan, RdvFailure>,
  now: string,
): Partial<typeof rdvPlan.$inferInsert> {
  if (!made.ok) return { state: mayBeMade(made.error) ? 'unsure' : 'wanted' };
  const { id, url, userId } = made.value;
  const lookAt = nextLook({ looks: 0, askedAt: now, start: null }, now);
  return { state: 'open', planId: id, url, userId, lookAt };
}

/** Without an answer, or with one that is not understood, there may be a draft all the same. */
function mayBeMade({ code }: RdvFailure): boolean {
  return code === 'no-answer' || code === 'not-understood';
}

function wordsOf(failure: RdvFailure): NoDraft {
  switch (failure.code) {
    case 'no-answer':
    case 'not-understood':
      return { code: 'unsure', said: '' };
    case 'rejected':
      return failure;
    case 'unreachable':
    case 'too-many':
    case 'not-let-in':
    case 'gone':
      return { code: failure.code, said: '' };
  }
}

/** The draft with its referral, both locked until the transaction ends. */
export async function lockPlan(tx: Transaction, referralId: string) {
  const [row] = await tx
    .select({ plan: rdvPlan, referral })
    .from(rdvPlan)
    .innerJoin(referral, eq(referral.id, rdvPlan.referralId))
    .where(eq(rdvPlan.referralId, referralId))
    .for('update');
  return row ?? null;
}

/** Who is helped, as the site wants names: a first one and a last one. */
async function readPlanned(tx: Transaction, callId: string): Promise<PlannedPerson> {
  const [identity] = await tx.select().from(callIdentity).where(eq(callIdentity.callId, callId));
  const personId = present(
    identity?.beneficiaryId ?? identity?.callerId,
    'a referral is sent for somebody named',
  );
  const [row] = await tx.select().from(person).where(eq(person.id, personId));
  const { name, email, phone, address } = present(row, 'a foreign key holds them');
  const [first = '', ...others] = name.split(' ');
  const last = others.join(' ');
  return last === ''
    ? { firstName: '-', lastName: first, email, phone, address }
    : { firstName: first, lastName: last, email, phone, address };
}
