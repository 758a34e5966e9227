import { eq } from 'drizzle-orm';
import { can } from '#src/access';
import type { LetterView, MessageText } from '#src/contract';
import { present } from '#src/kernel';
import { languageToUse, personMessageKinds } from '#src/messages';
import type { Account } from '../operations/handler.ts';
import type { Transaction } from '../storage/database.ts';
import { message, referral } from '../storage/schema.ts';
import { answering, composed, personFacts } from './compose.ts';
import { recipientOf } from './send-message.ts';
import { readToldReferral, type ToldReferral } from './told-referral.ts';
import { readSignatures } from './translations.ts';

type Row = typeof message.$inferSelect;

/** ME-30: a message that the actor may read, with all that it is written from; `null` where there is none for them. */
async function readOwn(
  tx: Transaction,
  actor: Account,
  id: string,
): Promise<{ readonly row: Row; readonly told: ToldReferral } | null> {
  const [found] = await tx
    .select({ message, referral })
    .from(message)
    .innerJoin(referral, eq(referral.id, message.referralId))
    .where(eq(message.id, id));
  if (found === undefined) return null;
  const { territoryId, adviserId } = found.referral;
  if (!can(actor, 'message.read', { territoryId, adviserId })) return null;
  return { row: found.message, told: await readToldReferral(tx, found.message.referralId) };
}

/** The message as it would be written now, without the link that it leaves with: each is given once. */
export async function readMessageText(
  tx: Transaction,
  actor: Account,
  id: string,
): Promise<MessageText | null> {
  const own = await readOwn(tx, actor, id);
  const words = own && composed({ ...own, signatures: await readSignatures(tx), link: null });
  if (words === null || own === null) return null;
  const { subject, text } = words;
  return { to: recipientOf(own.row, own.told) ?? '', subject, text };
}

/** A letter, as its page writes it; `null` where the message is none, or has nobody to go to any more. */
export async function readLetter(
  tx: Transaction,
  actor: Account,
  id: string,
): Promise<LetterView | null> {
  const own = await readOwn(tx, actor, id);
  if (own?.row.channel !== 'letter') return null;
  const { row, told } = own;
  const line = answering(told);
  const to = recipientOf(row, told);
  if (line === null || to === null) return null;
  const facts = personFacts({ row, told, link: null }, line);
  return {
    kind: present(
      personMessageKinds.find((kind) => kind === row.kind),
      'a letter is to a person',
    ),
    state: row.state,
    language: languageToUse(row.language, await readSignatures(tx)),
    facts: { ...facts, bring: [...facts.bring], proposed: [...facts.proposed] },
    to,
    venueId: told.referral.venueId,
  };
}
