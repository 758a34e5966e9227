import { placeSwitch } from '../storage/place-switch.ts';
import { desktopShell } from './shell.ts';

/** Whether the window comes in front of the others when a call rings: some write in another program. */
export const useFrontOnRing = placeSwitch('aiguillage-front-on-ring');

/** Shows on the whole screen that a call rings; `inFront`: over what the person is doing. */
export function showRing(inFront: boolean): void {
  const shell = desktopShell();
  void (inFront ? shell?.bringForward({ reason: 'line-rings' }) : shell?.flash({}));
}
