import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { awaitsVenue, type ReferralResult, referralResults } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { type Service, services } from '#src/venues';
import { useMessages } from '../../i18n/messages.tsx';
import { useDesk } from '../../storage/desk.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { expectedAnyTime } from './today.ts';

const lengths = ['unknown', '15', '30', '45', '60', '90', '120'] as const;
const resultKeys = {
  solved: 'R',
  'partly-solved': 'P',
  'next-appointment': 'A',
  'passed-on': 'C',
} as const satisfies Record<ReferralResult, string>;

/** BO-82: who came without an appointment: somebody sent without a time, or somebody to be counted. */
export function WalkInDialog(props: {
  readonly referrals: readonly ReferralView[];
  readonly now: string;
  /** Somebody who was sent is received: what it came to is said of their referral. */
  readonly onReceived: (referralId: string) => void;
  readonly onClose: () => void;
}) {
  const { mediator } = useMessages();
  const { act } = useDesk();
  const expected = expectedAnyTime(props.referrals, props.now);

  function receive({ id: referralId, state, summary }: ReferralView) {
    if (awaitsVenue(state)) void act('referral.accept', { referralId });
    void act('referral.attend', { referralId });
    announce(mediator.walkIn.received(summary.person.name));
    props.onReceived(referralId);
    props.onClose();
  }

  return (
    <Dialog title={mediator.walkIn.open} onClose={props.onClose} width="wide">
      {expected.length === 0 ? null : (
        <section aria-label={mediator.walkIn.expected} className="walk-in-expected">
          <p>{mediator.walkIn.expected}</p>
          {expected.map((referral) => (
            <Button key={referral.id} onPress={() => receive(referral)}>
              {referral.summary.person.name}
            </Button>
          ))}
        </section>
      )}
      <Counted onClose={props.onClose} />
    </Dialog>
  );
}

/** Somebody whom nobody sent. */
function Counted({ onClose }: { readonly onClose: () => void }) {
  const { common, mediator, referrals } = useMessages();
  const { act, session } = useDesk();
  const { venueId } = session.account;
  const [service, setService] = useState<Service | null>(null);
  const [result, setResult] = useState<ReferralResult | null>(null);
  const [length, setLength] = useState<(typeof lengths)[number]>('unknown');

  function record() {
    if (service === null || result === null || venueId === null) return;
    const minutes = length === 'unknown' ? null : Number(length);
    void act('walk-in.record', { walkInId: uuidv7(), venueId, service, result, minutes });
    announce(mediator.walkIn.recorded);
    onClose();
  }

  return (
    <>
      <p className="quiet">{mediator.walkIn.help}</p>
      <RadioGroup
        label={mediator.walkIn.service}
        options={services.map((id, index) => ({ id, label: id, shortcut: `Digit${index + 1}` }))}
        value={service}
        onChange={setService}
      />
      <RadioGroup
        label={mediator.walkIn.result}
        options={referralResults.map((id) => ({
          id,
          label: referrals.results[id],
          shortcut: resultKeys[id],
        }))}
        value={result}
        onChange={setResult}
        inRow
      />
      <Select
        label={mediator.walkIn.length}
        options={lengths.map((id) => ({
          id,
          label: id === 'unknown' ? mediator.walkIn.noLength : referrals.minutes(Number(id)),
        }))}
        value={length}
        onChange={setLength}
      />
      <footer className="dialog-actions">
        <Button onPress={onClose}>{common.cancel}</Button>
        <Button
          variant="primary"
          shortcut="Ctrl+Enter"
          isDisabled={service === null || result === null}
          onPress={record}
        >
          {mediator.walkIn.record}
        </Button>
      </footer>
    </>
  );
}
