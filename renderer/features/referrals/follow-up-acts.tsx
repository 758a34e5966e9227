import { useState } from 'react';
import { useLocation } from 'wouter';
import { cancellers } from '#src/booking';
import type { ReferralView } from '#src/contract';
import { CancelDialog } from '../../follow/cancel-dialog.tsx';
import { LearnDialog } from '../../follow/learn-dialog.tsx';
import { WaitDialog } from '../../follow/wait-dialog.tsx';
import { WritingDialog } from '../../follow/writing-dialog.tsx';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useEntities } from '../../storage/desk.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type AskedAct, actsOf, type OtherAct } from './acts-of.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { LinksDialog } from './referral-links.tsx';

type Open = 'choice' | 'news' | OtherAct;

/** What is to be done of a referral, in sight; what else may be done, in a menu. */
export function FollowUpActs(props: {
  readonly referral: ReferralView;
  /** Since when nothing was heard; `null` where something was. */
  readonly since: string | null;
  readonly now: string;
  /** Another venue is to be found. */
  readonly isToReplace?: boolean;
  /** The one of its table that a key acts on. */
  readonly isFirst?: boolean;
}) {
  const { referral, since, now, isToReplace = false, isFirst = false } = props;
  const [, navigate] = useLocation();
  const diaries = useEntities('diary') ?? [];
  const [open, setOpen] = useState<Open | null>(null);
  const { asked, others } = actsOf(referral, { since, now, isToReplace, diaries });
  const findAnother = () => navigate(`/orientation/${referral.callId}`);
  return (
    <div className="follow-up-acts">
      {asked.includes('news') ? <Phone referral={referral} /> : null}
      {asked.map((act) => (
        <Asked
          key={act}
          act={act}
          name={referral.summary.person.name}
          isFirst={isFirst}
          onPress={act === 'elsewhere' ? findAnother : () => setOpen(act)}
        />
      ))}
      <Others referral={referral} acts={others} onChoose={setOpen} />
      <OpenDialog referral={referral} now={now} open={open} onClose={() => setOpen(null)} />
    </div>
  );
}

const keys = { choice: 'C', elsewhere: 'L', news: 'N' } as const satisfies Record<AskedAct, string>;

function Asked(props: {
  readonly act: AskedAct;
  readonly name: string;
  readonly isFirst: boolean;
  readonly onPress: () => void;
}) {
  const { referralLife: words } = useMessages();
  const { act } = props;
  const labels = { choice: words.choose, elsewhere: words.elsewhere, news: words.learn };
  return (
    <Button
      variant={act === 'news' ? 'plain' : 'primary'}
      description={props.name}
      onPress={props.onPress}
      {...(props.isFirst ? { shortcut: keys[act] } : {})}
    >
      {labels[act]}
    </Button>
  );
}

const icons = {
  move: 'calendar',
  wait: 'clock',
  writing: 'letter',
  links: 'link',
  cancellation: 'close',
} as const satisfies Record<OtherAct, IconName>;

function Others(props: {
  readonly referral: ReferralView;
  readonly acts: readonly OtherAct[];
  readonly onChoose: (act: OtherAct) => void;
}) {
  const { links, referralLife, referrals, told, waitList } = useMessages();
  const { acts, onChoose } = props;
  if (acts.length === 0) return null;
  const label = referralLife.moreFor(props.referral.summary.person.name);
  const labels = {
    move: referralLife.move,
    wait: waitList.open,
    writing: told.redirect.open,
    links: links.referral.open,
    cancellation: referrals.cancel,
  };
  return (
    <Menu
      label={label}
      items={acts.map((act) => ({
        id: act,
        label: labels[act],
        icon: icons[act],
        isApart: act === 'cancellation' && acts.length > 1,
        run: () => onChoose(act),
      }))}
    >
      <IconButton icon="more" label={label} />
    </Menu>
  );
}

function OpenDialog(props: {
  readonly referral: ReferralView;
  readonly now: string;
  readonly open: Open | null;
  readonly onClose: () => void;
}) {
  switch (props.open) {
    case null:
      return null;
    case 'choice':
      return <ChooseDialog {...props} />;
    case 'news':
      return <LearnDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} movers={cancellers} />;
    case 'wait':
      return <WaitDialog {...props} />;
    case 'writing':
      return <WritingDialog {...props} />;
    case 'links':
      return <LinksDialog {...props} />;
    case 'cancellation':
      return <CancelDialog {...props} cancellers={cancellers} />;
  }
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
