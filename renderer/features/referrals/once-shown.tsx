import { useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** An address that opens without account, on screen this once: to copy, or to select where copying is not let. */
export function OnceShown({ address }: { readonly address: string }) {
  const { links } = useMessages();
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => announce(links.copied),
      () => announce(links.copyFailed),
    );
  return (
    <TextField
      label={links.address}
      help={links.once}
      value={address}
      isReadOnly
      onChange={() => undefined}
      after={
        <Button icon="copy" variant="primary" onPress={() => void copy()}>
          {links.copy}
        </Button>
      }
    />
  );
}
