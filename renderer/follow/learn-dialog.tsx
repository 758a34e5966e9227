import { useState } from 'react';
import { cancellers, maySay, referralNews } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { useDesk } from '../storage/desk.tsx';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import './follow.css';

/** BO-96: what the person says on the telephone, in one key. */
export function LearnDialog(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly onClose: () => void;
}) {
  const { common, referralLife: words, referrals } = useMessages();
  const format = useFormat();
  const { act } = useDesk();
  const { referral, now, onClose } = props;
  const [goesNoMore, setGoesNoMore] = useState(false);
  const { name, phone } = referral.summary.person;
  const offered = referralNews.filter((news) => maySay(referral, { type: 'learn', news }, now));
  if (goesNoMore) {
    return <CancelDialog referral={referral} cancellers={cancellers} onClose={onClose} />;
  }
  return (
    <Dialog
      title={words.learnTitle(name)}
      onClose={onClose}
      actions={<Button onPress={onClose}>{common.cancel}</Button>}
    >
      <p className="num">
        {phone === null ? referrals.noPhone : <a href={`tel:${phone}`}>{format.phone(phone)}</a>}
      </p>
      <p className="quiet">{words.sentTo(referral.venueName, format.date(referral.sentAt))}</p>
      <div className="learn-choices">
        {offered.map((news, index) => (
          <Button
            key={news}
            size="call"
            shortcut={`Digit${index + 1}`}
            onPress={() => {
              void act('referral.learn', { referralId: referral.id, news });
              announce(words.news[news].noted);
              onClose();
            }}
          >
            {words.news[news].label}
          </Button>
        ))}
        <Button
          size="call"
          shortcut={`Digit${offered.length + 1}`}
          onPress={() => setGoesNoMore(true)}
        >
          {words.goesNoMore}
        </Button>
      </div>
    </Dialog>
  );
}
