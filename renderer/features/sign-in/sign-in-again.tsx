import { useMessages } from '../../i18n/messages.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The session ended in the middle of work: sign in over the screen, which stays as it is. */
export function SignInAgain(props: {
  readonly onClose: () => void;
  readonly onSignedIn: () => void;
}) {
  const { entry } = useMessages();
  return (
    <Dialog title={entry.signIn.again} onClose={props.onClose}>
      <Notice tone="info" title={entry.signIn.againLead} next={entry.signIn.otherAccount} />
      <SignInForm onSignedIn={props.onSignedIn} />
    </Dialog>
  );
}
