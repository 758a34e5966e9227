import { placeSwitch } from '../../../storage/place-switch.ts';

/** Whether this desk is heard when a call rings. */
export const useRingTonePreference = placeSwitch('aiguillage-ring-tone');
