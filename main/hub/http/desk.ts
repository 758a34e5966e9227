import { serveStatic } from '@hono/node-server/serve-static';
import type { Services } from '../services.ts';
import { type HubContext, type HubEnv, problem } from './respond.ts';

/** The built desk: its files, and its page for every path that the desk itself knows. */
export function desk({ config }: Services) {
  if (config.desk === null) return (c: HubContext) => problem(c, 'not-found');
  const root = config.desk;
  const files = serveStatic<HubEnv>({ root, onFound: (path, c) => keep(path, c) });
  const page = serveStatic<HubEnv>({
    root,
    path: 'index.html',
    onFound: (path, c) => keep(path, c),
  });
  const nothing = async () => undefined;
  return async (c: HubContext): Promise<Response> => {
    const { path } = c.req;
    if (path === '/api' || path.startsWith('/api/')) return problem(c, 'not-found');
    const found = await files(c, nothing);
    if (found instanceof Response) return found;
    const isFile = /\.\w+$/.test(path);
    const fallback = isFile ? undefined : await page(c, nothing);
    return fallback instanceof Response ? fallback : problem(c, 'not-found');
  };
}

/** The build puts a hash of its content in the name of every asset; the page itself is asked for each time. */
function keep(path: string, c: HubContext): void {
  const isHashed = /[\\/]assets[\\/]/.test(path);
  c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
