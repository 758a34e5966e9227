import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import { rdvPlanAnswer, rdvPlanRequest } from '#src/contract';
import { parseJson } from '#src/kernel';
import { openDraft } from '../rdv-service-public/draft.ts';
import { lookAtAnnounced } from '../rdv-service-public/follow.ts';
import { webhookBody } from '../rdv-service-public/rdv-api.ts';
import { isSignedBy } from '../rdv-service-public/signature.ts';
import type { Services } from '../services.ts';
import { referral } from '../storage/schema.ts';
import type { SignedIn } from './doors.ts';
import { type HubContext, problem, readBody } from './respond.ts';

/** POST /api/rdv-plans: where the draft of a referral is opened; made now where there is none yet. */
export const postRdvPlan =
  ({ database, rdvServicePublic }: Services) =>
  async (c: HubContext, { account }: SignedIn) => {
    if (rdvServicePublic === null) return problem(c, 'not-found');
    const body = await readBody(c, rdvPlanRequest);
    if (!body.ok) return body.error;
    const { referralId } = body.value;
    const [found] = await database.db.select().from(referral).where(eq(referral.id, referralId));
    if (found?.bookedOn !== 'rdv-service-public') return problem(c, 'not-found');
    const { adviserId, territoryId } = found;
    if (!can(account, 'referral.send', { adviserId, territoryId })) return problem(c, 'forbidden');
    const opened = await openDraft(rdvServicePublic, referralId);
    const answer = opened.ok
      ? { status: 'open' as const, url: opened.value }
      : { status: 'refused' as const, ...opened.error };
    return c.json(rdvPlanAnswer.parse(answer));
  };

/**
 * POST /api/rdv-service-public/webhook, BO-65: nobody signs in; the signature over the very bytes is what lets in. Whether the
 * appointment is one of ours is not told.
 */
export const hearRdv =
  ({ rdvServicePublic }: Services) =>
  async (c: HubContext) => {
    if (rdvServicePublic === null) return problem(c, 'not-found');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const signature = c.req.header('x-lapin-signature') ?? '';
    if (!isSignedBy(rdvServicePublic.webhookSecret, bytes, signature)) {
      return problem(c, 'forbidden', 'signature');
    }
    const json = parseJson(new TextDecoder().decode(bytes));
    const body = webhookBody.safeParse(json.ok ? json.value : null);
    // It announces much else, which is nothing to us.
    if (body.success) await lookAtAnnounced(rdvServicePublic, body.data);
    return c.body(null, 204);
  };
