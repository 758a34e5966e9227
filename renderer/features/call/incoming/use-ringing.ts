import { useEffect, useEffectEvent } from 'react';
import { showRing, useFrontOnRing } from '../../../desktop/front-on-ring.ts';
import { readKeptDevices } from '../../../telephony/kept-devices.ts';
import { ring } from '../../../telephony/ring-tone.ts';
import { useRingTonePreference } from './ring-tone-preference.ts';

/** How fast the title of the page changes, so that a tab in the background is seen to ring. */
const flashMs = 1000;

/** Makes the desk heard and seen while a call rings: the tone, the page's title, the window where the shell has one. */
export function useRinging(callId: string | null, says: string): void {
  const [rings] = useRingTonePreference();
  useEffect(
    () => (callId === null || !rings ? undefined : ring(readKeptDevices().ringer)),
    [callId, rings],
  );
  useEffect(() => (callId === null ? undefined : flashTitle(says)), [callId, says]);
  const [inFront] = useFrontOnRing();
  const show = useEffectEvent(() => showRing(inFront));
  useEffect(() => {
    if (callId !== null) show();
  }, [callId]);
}

function flashTitle(says: string): () => void {
  const usual = document.title;
  let isUsual = true;
  const flash = setInterval(() => {
    isUsual = !isUsual;
    document.title = isUsual ? usual : says;
  }, flashMs);
  return () => {
    clearInterval(flash);
    document.title = usual;
  };
}
