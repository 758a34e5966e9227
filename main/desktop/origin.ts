/** The desk's own scheme: a secure origin with its own stores, and no file:// page anywhere. */
export const scheme = 'app';
export const deskOrigin = `${scheme}://poste`;
export const deskAddress = `${deskOrigin}/`;

/** Whether a page, a frame or a request is the desk's own. */
export function isDesk(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === deskOrigin;
}
