import {
  issuedLink,
  type LinkList,
  type LinkPurpose,
  linkList,
  linkPurposes,
  type ReferralView,
} from '#src/contract';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { useRead } from '../../storage/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { OnceShown } from './once-shown.tsx';
import { useIssued } from './use-issued.ts';
import './links.css';

/** BO-59: the links of a referral, for whom no message reaches: made, handed over by hand, taken back. */
export function LinksDialog(props: {
  readonly referral: ReferralView;
  readonly onClose: () => void;
}) {
  const { links, failures } = useMessages();
  const { id, summary } = props.referral;
  const path = `/api/referrals/${id}/links`;
  const { value, failure, readAgain } = useRead(path, linkList);
  return (
    <Dialog title={links.referral.title(summary.person.name)} onClose={props.onClose} width="wide">
      <p className="quiet">{links.referral.help}</p>
      {failure === null ? null : (
        <Notice tone="error" title={links.failed} next={failures.apiErrors[failure.code]} />
      )}
      {linkPurposes.map((purpose) => (
        <LinksFor
          key={purpose}
          purpose={purpose}
          path={path}
          links={value?.links.filter((link) => link.purpose === purpose) ?? []}
          onChanged={readAgain}
        />
      ))}
    </Dialog>
  );
}

function LinksFor(props: {
  readonly purpose: LinkPurpose;
  readonly path: string;
  readonly links: LinkList['links'];
  readonly onChanged: () => void;
}) {
  const { links, failures } = useMessages();
  const fate = useFate();
  const { purpose, path, onChanged } = props;
  const { issued, failure, isPending, issue, revoke } = useIssued(path, issuedLink, onChanged);
  return (
    <Panel title={links.referral.purposes[purpose]} level={3}>
      <div className="referral-links">
        {failure === null ? null : (
          <Notice tone="error" title={links.failed} next={failures.apiErrors[failure.code]} />
        )}
        {props.links.length === 0 ? <p className="quiet">{links.referral.none}</p> : null}
        <ul>
          {props.links.map((link) => (
            <li key={`${link.madeAt} ${link.expiresAt}`}>{fate(link)}</li>
          ))}
        </ul>
        {issued === null ? null : <OnceShown address={issued.address} />}
        <div className="actions">
          {props.links.length === 0 ? null : (
            <Button variant="quiet" isPending={isPending} onPress={() => revoke({ purpose })}>
              {links.revoke}
            </Button>
          )}
          <Button icon="link" isPending={isPending} onPress={() => issue({ purpose })}>
            {links.referral.make}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

/** When a link was made, what became of it, and until when it opens. */
function useFate() {
  const { referral: words } = useMessages().links;
  const format = useFormat();
  const when = (instant: string) => `${format.shortDate(instant)}, ${format.clock(instant)}`;
  return ({ purpose, madeAt, openedAt, usedAt, expiresAt }: LinkList['links'][number]) => {
    const made = words.made(when(madeAt));
    // A person's page may be looked at without a press: nobody knows who looked.
    if (purpose === 'person-change') return `${made}, ${words.whileToCome}`;
    if (usedAt !== null) return `${made}, ${words.used(when(usedAt))}`;
    const opened = openedAt === null ? words.notOpened : words.opened(when(openedAt));
    const until = expiresAt === null ? [] : [words.until(format.shortDate(expiresAt))];
    return [made, opened, ...until].join(', ');
  };
}
