import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { type LinkReport, useDesk, useLink } from '../storage/desk.tsx';
import { TelephoneWarning } from '../telephony/telephone-warning.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { isStillSession } from './session.ts';
import './foot-line.css';

/** What is safe, always said: saved here, sent there, or kept until it can be sent. */
export function FootLine({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { app } = useMessages();
  const { session } = useDesk();
  const link = useLink();
  return (
    <footer className="foot">
      <div className="foot-safe" role="status">
        {link === undefined ? null : <Safe link={link} />}
        <TelephoneWarning />
      </div>
      {link?.state === 'signInNeeded' ? <SignInButton /> : null}
      {session.installation.kind === 'demonstration' ? (
        <strong className="foot-demonstration">{app.demonstrationMark}</strong>
      ) : null}
      <AriaButton className="foot-shortcuts" onPress={onShortcuts}>
        {app.shortcuts} <Kbd combination="?" />
      </AriaButton>
    </footer>
  );
}

function Safe({ link }: { readonly link: LinkReport }) {
  const { app } = useMessages();
  const format = useFormat();
  const saved =
    link.savedAt === null ? null : (
      <span className="foot-saved">
        <Icon name="check" />
        {app.foot.saved(format.exactClock(link.savedAt))}
      </span>
    );
  if (link.state === 'offline') {
    return (
      <>
        <span className="foot-warning">
          <Icon name="offline" />
          {app.foot.offline(link.unsent)}
        </span>
        {saved}
      </>
    );
  }
  if (link.state === 'signInNeeded') {
    return (
      <span className="foot-warning">
        <Icon name="lock" />
        {app.foot.signInNeeded(link.unsent)}
      </span>
    );
  }
  if (saved === null || link.sentAt === null) {
    return (
      <span className="foot-saved">
        <Icon name={link.state === 'online' ? 'check' : 'clock'} />
        {link.state === 'online' ? app.foot.allSafe : app.foot.connecting}
      </span>
    );
  }
  return (
    <>
      {saved}
      <span>
        {link.unsent === 0
          ? app.foot.sent(format.exactClock(link.sentAt))
          : app.foot.sending(link.unsent)}
      </span>
    </>
  );
}

function SignInButton() {
  const { app } = useMessages();
  const { session, resume } = useDesk();
  const [isOpen, setOpen] = useState(false);

  const goOn = async () => {
    setOpen(false);
    if (await isStillSession(session.account.id)) resume();
    else window.location.reload();
  };

  return (
    <>
      <Button icon="lock" onPress={() => setOpen(true)}>
        {app.foot.signInAgain}
      </Button>
      {isOpen ? (
        <SignInAgain onClose={() => setOpen(false)} onSignedIn={() => void goOn()} />
      ) : null}
    </>
  );
}
