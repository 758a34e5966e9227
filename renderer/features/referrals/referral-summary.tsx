import type { ReactNode } from 'react';
import { stands } from '#src/booking';
import type { ReferralView } from '#src/contract';
import type { LevelOverride } from '#src/distance';
import { canReceiveSms } from '#src/kernel';
import { type CallWish, callWishes } from '#src/script';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useCommuneName } from '../../search/use-places.ts';
import { LevelExplained } from '../../ui/level-explained.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { LevelPath } from '../../ui/level-path.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWhen } from './when.tsx';

/** What the call found out, so that the person does not have to tell it again. */
export function ReferralSummary({ referral }: { readonly referral: ReferralView }) {
  const { levelPath, referrals } = useMessages();
  const format = useFormat();
  const when = useWhen();
  const { summary, appointment } = referral;
  const communeName = useCommuneName(summary.communeCode);
  return (
    <dl className="summary">
      <Line name={appointment === null ? referrals.requestedTimes : referrals.appointment}>
        <strong>{when(referral)}</strong>
      </Line>
      <Line name={referrals.wants}>
        <strong>{summary.theme ?? summary.service}</strong>
        {summary.theme === null || summary.service === null ? null : (
          <p className="quiet">{summary.service}</p>
        )}
      </Line>
      {summary.tried === null ? null : (
        <Line name={referrals.tried}>{referrals.triedResults[summary.tried]}</Line>
      )}
      <Line name={referrals.distance}>
        <Distance referral={referral} />
      </Line>
      {referral.path.length < 2 ? null : (
        <Line name={levelPath.title}>
          <LevelPath points={referral.path} />
        </Line>
      )}
      <ToKnow referral={referral} />
      {communeName === null ? null : <Line name={referrals.livesIn}>{communeName}</Line>}
      {stands(referral.state) ? <ForWhoReceives referral={referral} /> : null}
      <Line name={referrals.call}>
        {referrals.callBy(
          format.date(referral.sentAt),
          format.clock(referral.sentAt),
          referral.adviserName,
        )}
      </Line>
    </dl>
  );
}

/** How to reach the person, and what was noted: of no use where nobody comes (PR-6). */
function ForWhoReceives({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const { note } = referral.summary;
  return (
    <>
      <Line name={referrals.contact}>
        <Contact referral={referral} />
      </Line>
      <Line name={referrals.notes}>
        {note === '' ? (
          <span className="quiet">{referrals.noNotes}</span>
        ) : (
          <p className="summary-note">{note}</p>
        )}
      </Line>
    </>
  );
}

function Line(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="summary-line">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Distance({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const { level, override, explanation, fragile, distance } = referral.summary;
  if (level === null) return referrals.notMeasured;
  return (
    <>
      <LevelMark level={level} />
      {override === null ? null : <Corrected override={override} />}
      {explanation === null ? null : (
        <LevelExplained possible={[override?.measured ?? level]} explanation={explanation} />
      )}
      {fragile ? <p className="warn">{referrals.fragile}</p> : null}
      <details>
        <summary>{referrals.answers}</summary>
        <dl className="summary-answers">
          {distance.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** The adviser holds the level for wrong: why, and which one the answers gave. */
function Corrected({ override }: { readonly override: LevelOverride }) {
  const { level: words } = useMessages();
  const { reason, measured } = override;
  return (
    <>
      {' '}
      {words.override.byAdviser(override.words ?? words.override.reasons[reason].toLowerCase())}
      <p>
        {words.override.measured} <LevelMark level={measured} />
      </p>
    </>
  );
}

function ToKnow({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const { obstacles, wishes } = referral.summary;
  const labels = [
    ...obstacles.map((obstacle) => referrals.obstacles[obstacle] ?? obstacle),
    ...wishes.map((wish) => (isCallWish(wish) ? referrals.wishes[wish] : wish)),
  ];
  if (labels.length === 0) return null;
  return (
    <Line name={referrals.toKnow}>
      <span className="summary-tags">
        {labels.map((label) => (
          <Tag key={label}>{label}</Tag>
        ))}
      </span>
    </Line>
  );
}

function isCallWish(wish: string): wish is CallWish {
  return callWishes.some((known) => known === wish);
}

function Contact({ referral }: { readonly referral: ReferralView }) {
  const { referrals } = useMessages();
  const format = useFormat();
  const { person, phonedBy } = referral.summary;
  return (
    <>
      {person.phone === null ? (
        referrals.noPhone
      ) : (
        <>
          <span className="nowrap">{format.phone(person.phone)}</span>
          {canReceiveSms(person.phone) ? null : (
            <span className="quiet"> ({referrals.landline})</span>
          )}
        </>
      )}
      {[person.email, person.address]
        .filter((text) => text !== null)
        .map((text) => (
          <p key={text}>{text}</p>
        ))}
      {phonedBy === null ? null : <p className="quiet">{referrals.phonedBy(phonedBy)}</p>}
    </>
  );
}
