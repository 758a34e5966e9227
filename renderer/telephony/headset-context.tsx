import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Headset, openHeadset } from './headset.ts';
import type { HeadsetPress, Lamps } from './headset-reports.ts';
import type { SoftphoneState } from './softphone.port.ts';

const HeadsetContext = createContext<Headset | null>(null);

/** Heeds the buttons of this machine's headsets where calls come to the page, and has their lamps follow what it does. */
export function HeadsetProvider(props: {
  readonly softphone: SoftphoneState | null;
  readonly children: ReactNode;
}) {
  const { softphone } = props;
  const isWanted = softphone !== null;
  const [headset, setHeadset] = useState<Headset | null>(null);
  useEffect(() => {
    // Chromium's browsers alone have WebHID.
    if (!isWanted || !('hid' in navigator)) return;
    const opened = openHeadset(navigator.hid);
    setHeadset(opened);
    return () => {
      setHeadset(null);
      opened.close();
    };
  }, [isWanted]);
  const { offHook, ring, mute } = lampsOf(softphone);
  useEffect(() => headset?.show({ offHook, ring, mute }), [headset, offHook, ring, mute]);
  return <HeadsetContext value={headset}>{props.children}</HeadsetContext>;
}

/** What rings beside a conversation makes no sound, and no light. */
export function lampsOf(softphone: Pick<SoftphoneState, 'legs'> | null): Lamps {
  const legs = softphone?.legs ?? [];
  const inHand = legs.find(({ state }) => state !== 'ringing');
  return {
    offHook: inHand !== undefined,
    ring: inHand === undefined && legs.length > 0,
    mute: inHand?.isMuted === true,
  };
}

/** While the component is on screen, that button of a headset does this. */
export function useHeadsetPress(press: HeadsetPress, action: () => void): void {
  const headset = use(HeadsetContext);
  const run = useEffectEvent(action);
  useEffect(
    () =>
      headset?.onPress((pressed) => {
        if (pressed === press) run();
      }),
    [headset, press],
  );
}

const never = () => () => undefined;
const none: readonly string[] = [];

/** The headsets whose buttons are heeded, and the way to allow one more; `null` where this browser has none. */
export function useHeadset(): {
  readonly names: readonly string[];
  readonly authorise: () => Promise<void>;
} | null {
  const headset = use(HeadsetContext);
  const names = useSyncExternalStore(
    headset?.subscribe ?? never,
    headset?.getNames ?? (() => none),
  );
  return headset === null ? null : { names, authorise: headset.authorise };
}
