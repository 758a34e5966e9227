import { dialog, type HIDDevice, type Session } from 'electron';
import { isDesk } from './origin.ts';

/** What the desk may have beside the microphone: to tell of a call, stores that are not evicted, and what a headset needs. */
const granted: ReadonlySet<string> = new Set([
  'notifications',
  'persistent-storage',
  'speaker-selection',
  'hid',
]);
/** The buttons of telephones and headsets, as USB names them: no keyboard, no security key. */
const telephonyPage = 0x0b;

/** Both handlers are needed: some features check a permission without ever asking for it. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(isDesk(details.requestingUrl) && isGranted(permission, media));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return isDesk(requestingOrigin) && isGranted(permission, media);
  });
  session.setDevicePermissionHandler(
    ({ deviceType, origin, device }) =>
      deviceType === 'hid' && isDesk(origin) && 'collections' in device && isHeadset(device),
  );
  session.on('select-hid-device', (event, { deviceList, frame }, choose) => {
    event.preventDefault();
    const headsets = isDesk(frame?.url) ? deviceList.filter(isHeadset) : [];
    void whichHeadset(headsets).then((chosen) => choose(chosen?.deviceId ?? null));
  });
}

function isHeadset({ collections }: HIDDevice): boolean {
  return collections.some(({ usagePage }) => usagePage === telephonyPage);
}

/** The only one there is; of several, the one that the person names. */
async function whichHeadset(headsets: readonly HIDDevice[]): Promise<HIDDevice | undefined> {
  if (headsets.length < 2) return headsets[0];
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Les touches de quel casque ?',
    buttons: ['Annuler', ...headsets.map(({ name }) => name)],
    defaultId: 1,
    cancelId: 0,
  });
  return headsets[response - 1];
}

/** The microphone, never the camera. */
function isGranted(permission: string, media: readonly string[]): boolean {
  if (permission === 'media') return media.length > 0 && media.every((type) => type === 'audio');
  return granted.has(permission);
}
