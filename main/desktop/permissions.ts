import type { Session } from 'electron';
import { isDesk } from './origin.ts';

/** What the desk may have beside the microphone: to tell of a call, and stores that are not evicted. */
const granted: ReadonlySet<string> = new Set(['notifications', 'persistent-storage']);

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
  session.setDevicePermissionHandler(() => false);
}

/** The microphone, never the camera. */
function isGranted(permission: string, media: readonly string[]): boolean {
  if (permission === 'media') return media.length > 0 && media.every((type) => type === 'audio');
  return granted.has(permission);
}
