import { type App, dialog, shell, type WebContents } from 'electron';
import { isDesk } from './origin.ts';

/** Sites that open in the person's browser without a question. */
const knownHosts = ['gouv.fr', 'service-public.fr', 'data.gouv.fr', 'ec.europa.eu'] as const;

/** Keeps every window on the desk. An outside link opens in the person's own browser, or not at all. */
export function keepOnDesk(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (isDesk(event.url)) return;
      event.preventDefault();
      void openOutside(contents, event.url);
    });
    contents.on('will-redirect', (event) => {
      if (!isDesk(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(contents, url);
      return { action: 'deny' };
    });
  });
}

/** Only web pages leave the desk: no other program is ever started by a link. */
async function openOutside(contents: WebContents, address: string): Promise<void> {
  if (!URL.canParse(address) || contents.isDestroyed()) return;
  const url = new URL(address);
  if (url.username !== '' || !(url.protocol === 'https:' || isThisMachine(url))) return;
  if (isKnown(url) || (await isWanted(url))) await shell.openExternal(url.href);
}

function isKnown({ protocol, hostname }: URL): boolean {
  if (protocol !== 'https:') return false;
  return knownHosts.some((known) => hostname === known || hostname.endsWith(`.${known}`));
}

/** Another hub on this machine: the demonstration beside the installation. */
function isThisMachine({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && hostname === '127.0.0.1';
}

/** A venue's site can be anyone's: the person sees where the link leads before it opens. */
async function isWanted(url: URL): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `Ouvrir ${url.hostname} dans votre navigateur ?`,
    detail: url.href,
    buttons: ['Annuler', 'Ouvrir'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
