import { eq } from 'drizzle-orm';
import type { AnswerValue } from '#src/contract';
import { ok } from '#src/kernel';
import { type CompiledScript, checkAnswer } from '#src/script';
import type { Transaction } from '../storage/database.ts';
import { answer, consent, note, referral } from '../storage/schema.ts';
import { changedCall, type LockedCall, notAfter, openCall } from './call-record.ts';
import type { ChangedEntity, Handlers } from './handler.ts';
import type { ScriptShelf } from './scripts.ts';

/** What is written down during a call: answers and notes. */
export function recordHandlers(
  scripts: ScriptShelf,
): Pick<Handlers, 'answer.record' | 'note.write'> {
  return {
    'answer.record': async (context, { callId, question, value }, operation) => {
      const { tx, now } = context;
      const own = await openCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const script = await scripts(tx, own.value);
      const checked = checkAnswer(script, question, value);
      if (!checked.ok) return checked;
      const at = notAfter(now, operation.at);
      const written = { callId, operationId: operation.id, question, at };
      await tx.insert(answer).values({ ...written, value });
      const given = consentGiven(script, question, value);
      if (given !== null) {
        const scriptHash = script.reference.hash;
        await tx.insert(consent).values({ ...written, scriptHash, given });
      }
      return ok({ changed: [changedCall(own.value)] });
    },

    'note.write': async (context, { callId, text }, operation) => {
      const { tx, now } = context;
      const own = await openCall(context, 'call.write', callId);
      if (!own.ok) return own;
      const written = { text, at: notAfter(now, operation.at) };
      await tx
        .insert(note)
        .values({ callId, ...written })
        .onConflictDoUpdate({ target: note.callId, set: written });
      return ok({ changed: [changedCall(own.value), ...(await changedReferrals(tx, own.value))] });
    },
  };
}

/** What the answer says about consent; `null`: the question is about something else. */
function consentGiven(
  script: CompiledScript,
  question: string,
  value: AnswerValue,
): boolean | null {
  const asked = script.questions.get(question);
  if (asked?.fact !== 'consent' || typeof value !== 'string') return null;
  return asked.meaning.get(value)?.value === 'yes';
}

/** The call's referrals: the venue reads the note and the identity in them. */
export async function changedReferrals(
  tx: Transaction,
  { id, territoryId }: LockedCall,
): Promise<readonly ChangedEntity[]> {
  const rows = await tx.select().from(referral).where(eq(referral.callId, id));
  return rows.map((row) => ({
    entity: 'referral',
    id: row.id,
    territoryId,
    adviserId: row.adviserId,
    venueId: row.venueId,
  }));
}
