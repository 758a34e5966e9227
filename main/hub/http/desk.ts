import { serveStatic } from '@hono/node-server/serve-static';
import type { Services } from '../services.ts';
import { type HubContext, type HubEnv, problem } from './respond.ts';

/** The build puts a hash of its content in the name of every asset. */
const assetCaching = 'public, max-age=31536000, immutable';
/** The page names the assets: it is asked for each time. */
const pageCaching = 'no-cache';

/** The built desk: its files, and its page for every path that the desk itself knows. */
export function desk({ config }: Services) {
  if (config.desk === null) return (c: HubContext) => problem(c, 'not-found');
  const files = serveStatic<HubEnv>({ root: config.desk });
  const page = serveStatic<HubEnv>({ root: config.desk, path: 'index.html' });
  return async (c: HubContext): Promise<Response> => {
    const { path } = c.req;
    if (path === '/api' || path.startsWith('/api/')) return problem(c, 'not-found');
    const isFile = /\.\w+$/.test(path);
    const found = await (isFile ? files : page)(c, async () => undefined);
    if (!(found instanceof Response)) return problem(c, 'not-found');
    const isAsset = path.startsWith('/assets/');
    found.headers.set('Cache-Control', isAsset ? assetCaching : pageCaching);
    return found;
  };
}
