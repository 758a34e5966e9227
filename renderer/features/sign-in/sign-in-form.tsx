import { useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { type SignInFailure, signIn } from '../../storage/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField, TextField } from '../../ui/text-field.tsx';

/** E-mail and password. What was typed stays when it does not fit. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { entry } = useMessages();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);

  const submit = async () => {
    setPending(true);
    const result = await signIn(email, password);
    setPending(false);
    if (result.ok) onSignedIn();
    else setFailure(result.error);
  };

  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={entry.signIn.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        autoFocus
      />
      <PasswordField
        label={entry.signIn.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {failure === null ? null : <SignInNotice failure={failure} />}
      <Button
        variant="primary"
        size="call"
        type="submit"
        isPending={isPending}
        isDisabled={email === '' || password === ''}
      >
        {entry.signIn.submit}
      </Button>
    </form>
  );
}

export function SignInNotice({ failure }: { readonly failure: SignInFailure }) {
  const { entry, failures } = useMessages();
  if (failure === 'wrong-credentials') {
    return <Notice tone="error" title={entry.signIn.wrong} next={entry.signIn.wrongNext} />;
  }
  return <Notice tone="error" title={failures.apiErrors[failure]} />;
}
