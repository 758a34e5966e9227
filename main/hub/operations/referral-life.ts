import { type Action, can } from '#src/access';
import type { RefusalCode } from '#src/contract';
import type { Result } from '#src/kernel';
import type { Effects, HandlerContext, Handlers } from './handler.ts';
import { type Said, sayOfReferral } from './say-of-referral.ts';

type LifeHandlers = Pick<
  Handlers,
  | 'referral.receive'
  | 'referral.accept'
  | 'referral.refuse'
  | 'referral.propose'
  | 'referral.choose-proposal'
  | 'referral.decline-proposal'
  | 'referral.move'
  | 'referral.attend'
  | 'referral.miss'
  | 'referral.learn'
  | 'referral.result'
  | 'referral.cancel'
>;

/** What the venue answers, what the person chooses, and what became of them: BO-10, BO-20 to BO-25, BO-90 to BO-96. */
export const referralLifeHandlers: LifeHandlers = {
  'referral.receive': (context, { referralId }) =>
    say(context, 'referral.decide', referralId, { type: 'receive' }),

  'referral.accept': (context, { referralId }) =>
    say(context, 'referral.decide', referralId, { type: 'accept' }),

  'referral.refuse': (context, { referralId, ...words }) =>
    say(context, 'referral.decide', referralId, { type: 'refuse', ...words }),

  'referral.propose': (context, { referralId, ...words }) =>
    say(context, 'referral.decide', referralId, { type: 'propose', ...words }),

  'referral.choose-proposal': (context, { referralId, timeId }) =>
    say(context, 'referral.follow', referralId, { type: 'choose', timeId }),

  'referral.decline-proposal': (context, { referralId }) =>
    say(context, 'referral.follow', referralId, { type: 'decline' }),

  'referral.move': (context, { referralId, ...words }) =>
    say(context, 'referral.move', referralId, { type: 'move', ...words }),

  'referral.attend': (context, { referralId }) =>
    say(context, 'referral.decide', referralId, { type: 'attend' }),

  'referral.miss': (context, { referralId }) =>
    say(context, 'referral.decide', referralId, { type: 'miss' }),

  'referral.learn': (context, { referralId, news }) =>
    say(context, 'referral.follow', referralId, { type: 'learn', news }),

  'referral.result': (context, { referralId, result }) =>
    say(context, 'referral.decide', referralId, { type: 'result', result }),

  'referral.cancel': (context, { referralId, ...words }) =>
    say(context, 'referral.cancel', referralId, { type: 'cancel', ...words }),
};

/** Said by the account, where it may do `action` to that referral. */
function say(
  { tx, actor, now }: HandlerContext,
  action: Action,
  referralId: string,
  said: Said,
): Promise<Result<Effects, RefusalCode>> {
  return sayOfReferral({ tx, now }, referralId, said, ({ territoryId, venueId, adviserId }) =>
    can(actor, action, { territoryId, venueId, adviserId }),
  );
}
