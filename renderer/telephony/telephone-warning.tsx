import { useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSoftphone } from './softphone-context.tsx';

/** SO-14: why no call comes to this page, for as long as none does; nothing where all is well. */
export function TelephoneWarning() {
  const { telephone } = useMessages();
  const state = useSoftphone()?.state;
  const failure = state?.failure ?? null;
  // In a call the bar says what its network does.
  if (failure === null || (state?.legs.length ?? 0) > 0) return null;
  return (
    <span className="foot-warning">
      <Icon name={failure === 'network' ? 'offline' : 'microphone-off'} />
      {telephone.failures[failure]}
    </span>
  );
}
