import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { StateTag } from './state-tag.tsx';
import { useWhen } from './when.tsx';

/** Requests one under the other; arrows move, and the summary follows. Its letters answer, they look for no name. */
export function InboxList(props: {
  readonly label: string;
  readonly referrals: readonly ReferralView[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <ListBox
      aria-label={props.label}
      className="inbox-list"
      data-keys="acting"
      items={props.referrals}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={props.chosen === null ? [] : [props.chosen]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (id !== undefined) props.onChoose(String(id));
      }}
    >
      {(referral) => <InboxItem referral={referral} />}
    </ListBox>
  );
}

function InboxItem({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const format = useFormat();
  const when = useWhen();
  const { person, theme, service, level } = referral.summary;
  return (
    <ListBoxItem id={referral.id} textValue={person.name} className="inbox-item">
      <span className="inbox-line">
        <strong>{person.name}</strong>
        <span className="small quiet">{format.shortDate(referral.sentAt)}</span>
      </span>
      <span className="inbox-need">{theme ?? service ?? referrals.noTime}</span>
      <span className="inbox-line">
        {level === null ? null : <LevelMark level={level} short />}
        <span>{when(referral)}</span>
      </span>
      {referral.state === 'sent' ? null : <StateTag state={referral.state} />}
    </ListBoxItem>
  );
}
