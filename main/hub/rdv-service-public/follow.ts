import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { newsOfRdv, type RdvNews } from '#src/booking';
import type { Result } from '#src/kernel';
import type { ChangedEntity } from '../operations/handler.ts';
import { changedReferral } from '../operations/referrals.ts';
import { rdvPlan } from '../storage/schema.ts';
import { lockPlan, type RdvParts } from './draft.ts';
import { nextLook } from './next-look.ts';
import type { WebhookBody } from './rdv-api.ts';
import type { RdvFailure, RdvPlan } from './rdv-service-public.port.ts';
import { tellReferral } from './tell-referral.ts';

/** How many drafts one round of the poll looks at: the site counts its askers' questions. */
const mostLooks = 12;

type Looked = { readonly referralId: string; readonly planId: number; readonly looks: number };

/** BO-67: looks at the drafts whose time has come. Stops where the site asks to be left alone. */
export async function lookAtDue(parts: RdvParts): Promise<void> {
  const now = parts.ports.clock();
  const due = await dueDrafts(parts, now);
  for (const [position, referralId] of due.entries()) {
    const failure = await lookAt(parts, referralId);
    if (failure?.code !== 'too-many') continue;
    const until = Temporal.Instant.from(parts.ports.clock()).add({ seconds: failure.retryAfterS });
    await putOff(parts, due.slice(position), until.toString());
    return;
  }
}

/** BO-65: what the site announces is a reason to look, whatever it says: late, twice or out of order changes nothing. */
export async function lookAtAnnounced(parts: RdvParts, { data }: WebhookBody): Promise<void> {
  const isOfOpenDraft = and(
    isNull(rdvPlan.rdvId),
    inArray(
      rdvPlan.userId,
      data.users.map(({ id }) => id),
    ),
  );
  const announced = await parts.journal.write(parts.ports.clock(), async (tx) => ({
    value: await tx
      .update(rdvPlan)
      // Should the looking fail, the poll does it.
      .set({ lookAt: parts.ports.clock() })
      .where(and(eq(rdvPlan.state, 'open'), or(eq(rdvPlan.rdvId, data.id), isOfOpenDraft)))
      .returning({ referralId: rdvPlan.referralId }),
    changed: [],
  }));
  for (const { referralId } of announced) await lookAt(parts, referralId);
}

/** Reads the draft, and tells the referral what became of it. Gives why it could not be read. */
async function lookAt(parts: RdvParts, referralId: string): Promise<RdvFailure | null> {
  const looked = await beginLook(parts, referralId);
  if (looked === null) return null;
  const read = await parts.rdv.readPlan(looked.planId);
  await takeLook(parts, looked, read);
  return read.ok ? null : read.error;
}

function dueDrafts({ journal }: RdvParts, now: string): Promise<readonly string[]> {
  return journal.write(now, async (tx) => {
    const due = await tx
      .select({ referralId: rdvPlan.referralId })
      .from(rdvPlan)
      .where(lte(rdvPlan.lookAt, now))
      .orderBy(asc(rdvPlan.lookAt))
      .limit(mostLooks);
    return { value: due.map(({ referralId }) => referralId), changed: [] };
  });
}

/** Counts the look, and puts the next one off: another hub does not look at the same draft meanwhile. */
function beginLook({ journal, ports }: RdvParts, referralId: string): Promise<Looked | null> {
  const now = ports.clock();
  return journal.write(now, async (tx) => {
    const found = await lockPlan(tx, referralId);
    if (found === null || found.plan.state !== 'open' || found.plan.planId === null) {
      return { value: null, changed: [] };
    }
    const { planId, looks } = found.plan;
    const start = found.referral.agreedPeriod?.start ?? null;
    const lookAt = nextLook({ looks, askedAt: found.plan.askedAt ?? now, start }, now);
    await tx
      .update(rdvPlan)
      .set({ looks: looks + 1, lookAt })
      .where(eq(rdvPlan.referralId, referralId));
    return { value: { referralId, planId, looks: looks + 1 }, changed: [] };
  });
}

/** What was read counts unless a later look has begun: that one reads what is newer. */
function takeLook(
  { journal, ports }: RdvParts,
  { referralId, looks }: Looked,
  read: Result<RdvPlan, RdvFailure>,
): Promise<void> {
  const now = ports.clock();
  return journal.write<void>(now, async (tx) => {
    const found = await lockPlan(tx, referralId);
    const nothing = { value: undefined, changed: [] as readonly ChangedEntity[] };
    if (found === null || found.plan.looks !== looks) return nothing;
    if (!read.ok) {
      if (read.error.code !== 'gone') return nothing;
      const gone = { state: 'gone' as const, lookAt: null };
      await tx.update(rdvPlan).set(gone).where(eq(rdvPlan.referralId, referralId));
      return { value: undefined, changed: [changedReferral(found.referral)] };
    }
    const { rdv } = read.value;
    const news = newsOf(found.plan, read.value);
    if (news === null) return nothing;
    const told = await tellReferral(tx, found.referral, news, rdv?.start ?? null, now);
    const isNew = rdv?.id !== found.plan.rdvId || rdv.status !== found.plan.status;
    await tx
      .update(rdvPlan)
      .set({
        ...(rdv === null ? {} : { rdvId: rdv.id, status: rdv.status }),
        ...(told.isOver ? { lookAt: null } : isNew ? { looks: 0 } : {}),
      })
      .where(eq(rdvPlan.referralId, referralId));
    return { value: undefined, changed: told.changed };
  });
}

/** An appointment that was there and is no more was taken back by the venue. */
function newsOf(plan: typeof rdvPlan.$inferSelect, { rdv }: RdvPlan): RdvNews | null {
  if (rdv !== null) return newsOfRdv(rdv.status);
  return plan.rdvId === null ? null : newsOfRdv('revoked');
}

function putOff(
  { journal, ports }: RdvParts,
  referralIds: readonly string[],
  until: string,
): Promise<void> {
  return journal.write<void>(ports.clock(), async (tx) => {
    await tx
      .update(rdvPlan)
      .set({ lookAt: sql`greatest(${rdvPlan.lookAt}, ${until}::timestamptz)` })
      .where(and(inArray(rdvPlan.referralId, [...referralIds]), eq(rdvPlan.state, 'open')));
    return { value: undefined, changed: [] };
  });
}
