import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { mayEver } from '#src/access';
import { useDesk } from '../storage/desk.tsx';
import { adapters } from './adapters.ts';
import { openDeskSoftphone } from './desk-softphone.ts';
import { HeadsetProvider } from './headset-context.tsx';
import type { Softphone, SoftphoneState } from './softphone.port.ts';
import { silentState } from './softphone-store.ts';
import { useRejoin } from './use-rejoin.ts';

/** What a screen does with the desk's telephone; opening and closing it is not theirs. */
export type DeskSoftphone = Omit<Softphone, 'getState' | 'subscribe' | 'register' | 'close'>;

const SoftphoneContext = createContext<Softphone | null>(null);

/** Has the desk's telephone open for as long as the desk is, where one of its lines comes over a network. */
export function SoftphoneProvider({ children }: { readonly children: ReactNode }) {
  const { session } = useDesk();
  const { account, installation, lines } = session;
  const takesCalls = mayEver(account.role, 'call.take');
  const kinds = [...new Set(lines.map(({ kind }) => kind))]
    .filter((kind) => takesCalls && adapters[kind] !== undefined)
    .sort()
    .join(' ');
  const name = `${installation.id}-${account.id}-softphone`;
  const [softphone, setSoftphone] = useState<Softphone | null>(null);
  useEffect(() => {
    if (kinds === '') return;
    const opened = openDeskSoftphone(
      name,
      Object.entries(adapters).flatMap(([kind, load]) =>
        kinds.split(' ').includes(kind) ? [load] : [],
      ),
    );
    setSoftphone(opened);
    void opened.register();
    return () => {
      setSoftphone(null);
      void opened.close();
    };
  }, [name, kinds]);
  const state = useStateOf(softphone);
  useRejoin(softphone, state);
  return (
    <SoftphoneContext value={softphone}>
      <HeadsetProvider softphone={softphone === null ? null : state}>{children}</HeadsetProvider>
    </SoftphoneContext>
  );
}

const never = () => () => undefined;
const silent = () => silentState;

function useStateOf(softphone: Softphone | null): SoftphoneState {
  return useSyncExternalStore(softphone?.subscribe ?? never, softphone?.getState ?? silent);
}

/** The desk's telephone and how it stands now; `null` where no line of the desk comes over a network. */
export function useSoftphone(): (DeskSoftphone & { readonly state: SoftphoneState }) | null {
  const softphone = use(SoftphoneContext);
  const state = useStateOf(softphone);
  return useMemo(() => (softphone === null ? null : { ...softphone, state }), [softphone, state]);
}
