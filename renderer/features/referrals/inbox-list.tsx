import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { awaitsVenue } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { StateTag } from './state-tag.tsx';
import { useWhen } from './when.tsx';

type ListProps = {
  readonly label: string;
  /** By which a key reaches it. */
  readonly id?: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

/** People one under the other; arrows move, and the summary follows. Its letters act, they look for no name. */
export function ReferralList<Referral extends ReferralView>(
  props: ListProps & {
    readonly referrals: readonly Referral[];
    readonly children: (referral: Referral) => ReactNode;
  },
) {
  return (
    <ListBox
      aria-label={props.label}
      {...(props.id === undefined ? {} : { id: props.id })}
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
      {(referral) => (
        <ListBoxItem
          id={referral.id}
          textValue={referral.summary.person.name}
          className="inbox-item"
        >
          {props.children(referral)}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** Requests and what was answered to them. */
export function InboxList(props: ListProps & { readonly referrals: readonly ReferralView[] }) {
  return <ReferralList {...props}>{(referral) => <InboxEntry referral={referral} />}</ReferralList>;
}

function InboxEntry({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const format = useFormat();
  const when = useWhen();
  const { person, theme, service, level } = referral.summary;
  return (
    <>
      <span className="inbox-line">
        <strong>{person.name}</strong>
        <span className="small quiet">{format.shortDate(referral.sentAt)}</span>
      </span>
      <span className="inbox-need">{theme ?? service ?? referrals.noTime}</span>
      <span className="inbox-line">
        {level === null ? null : <LevelMark level={level} short />}
        <span>{when(referral)}</span>
      </span>
      {awaitsVenue(referral.state) ? null : <StateTag referral={referral} />}
    </>
  );
}
