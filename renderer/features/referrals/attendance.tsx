import { maySay, type ReferralResult, referralResults } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';

type Said = {
  readonly referral: ReferralView;
  readonly now: string;
  /** Once the person is said to have come, their result is asked for; after the last word the next one is shown. */
  readonly onSaid: (more: 'result' | 'none') => void;
};

/** Whether the person came, in one key; the other one corrects it, for a day. */
export function Attendance({ referral, now, onSaid }: Said) {
  const { referrals } = useMessages();
  const { act } = useDesk();
  const { id: referralId, state, summary } = referral;
  const { name } = summary.person;
  const isOffered = (type: 'attend' | 'miss') => maySay(referral, { type }, now);

  return (
    <>
      {state === 'missed' || !isOffered('miss') ? null : (
        <Button
          shortcut="N"
          size="call"
          onPress={() => {
            void act('referral.miss', { referralId });
            announce(referrals.missed(name));
            onSaid('none');
          }}
        >
          {referrals.miss}
        </Button>
      )}
      {state === 'attended' || !isOffered('attend') ? null : (
        <Button
          shortcut="V"
          size="call"
          variant="primary"
          icon="check"
          onPress={() => {
            void act('referral.attend', { referralId });
            announce(referrals.attended(name));
            onSaid('result');
          }}
        >
          {referrals.attend}
        </Button>
      )}
    </>
  );
}

/** What the help came to, by a digit. */
export function Results({ referral, now, onSaid }: Said) {
  const { referrals } = useMessages();
  const { act } = useDesk();
  const { id: referralId, summary } = referral;
  if (!maySay(referral, { type: 'result', result: 'solved' }, now)) return null;

  function say(result: ReferralResult) {
    void act('referral.result', { referralId, result });
    announce(referrals.resultNoted(summary.person.name, referrals.results[result]));
    onSaid('none');
  }

  return (
    <div className="decision-results">
      {referralResults.map((result, index) => (
        <Button
          key={result}
          size="call"
          variant={referral.result === result ? 'primary' : 'plain'}
          shortcut={`Digit${index + 1}`}
          onPress={() => say(result)}
        >
          {referrals.results[result]}
        </Button>
      ))}
    </div>
  );
}
