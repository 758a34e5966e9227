import { useState } from 'react';
import { cancellers, isPhoningDue, maySay } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useBecame } from './became.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { StateTag } from './state-tag.tsx';
import { useWhen } from './when.tsx';

/** A referral that somebody sent, with what became of it; `since`: nothing was heard for so long. */
export function FollowUpRow(props: {
  readonly referral: ReferralView;
  readonly since: string | null;
  readonly now: string;
}) {
  const { referral, since, now } = props;
  const { referrals: words } = useMessages();
  const format = useFormat();
  const when = useWhen();
  const { more } = useBecame()(referral);
  const [isCancelling, setCancelling] = useState(false);
  const { summary } = referral;
  return (
    <tr>
      <th scope="row">
        <strong>{summary.person.name}</strong>
        <p className="small quiet">{summary.theme ?? summary.service}</p>
      </th>
      <td>{referral.venueName}</td>
      <td className="follow-up-when">{when(referral)}</td>
      <td>
        <StateTag state={referral.state} />
        {more === null ? null : <p className="small">{more}</p>}
        {since === null ? null : (
          <p className="small">{words.noNewsSince(format.shortDate(since))}</p>
        )}
      </td>
      <td className="nowrap">{format.shortDate(referral.sentAt)}</td>
      <td>
        {since !== null && isPhoningDue(since, now) ? <Phone referral={referral} /> : null}
        {maySay(referral, { type: 'cancel' }, now) ? (
          <Button
            variant="quiet"
            description={summary.person.name}
            onPress={() => setCancelling(true)}
          >
            {words.cancel}
          </Button>
        ) : null}
        {isCancelling ? (
          <CancelDialog
            referral={referral}
            cancellers={cancellers}
            onClose={() => setCancelling(false)}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** BO-28: the person is asked what became of it. */
function Phone({ referral }: { readonly referral: ReferralView }) {
  const { referrals: words } = useMessages();
  const format = useFormat();
  const { phone } = referral.summary.person;
  return (
    <p className="follow-up-phone">
      <Tag tone="signal" icon="phone">
        {words.phoneThePerson}
      </Tag>
      <span className="nowrap">{phone === null ? words.noPhone : format.phone(phone)}</span>
    </p>
  );
}
