import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { logError } from '../log-error.ts';
import type { Services } from '../services.ts';
import { isUnstorable } from '../storage/database.ts';
import { limitedBody, logged, ownOrigin, pagePolicy, safeHeaders } from './guards.ts';
import { type HubEnv, problem } from './respond.ts';
import { routes } from './routes.ts';

/** The hub as a web application: guards, the route table, and a plain 404 for everything else of the API. */
export function createApp(services: Services): Hono<HubEnv> {
  const { config, ports } = services;
  const app = new Hono<HubEnv>();
  app.use(
    logged(ports),
    compress(),
    pagePolicy(services),
    safeHeaders,
    ownOrigin(config),
    limitedBody,
  );
  for (const { method, path, answer } of routes(services)) {
    app.on(method, path, async (c) => {
      const response = await answer(c);
      if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
      return response;
    });
  }
  app.notFound((c) => problem(c, 'not-found'));
  app.onError((error, c) => {
    if (isUnstorable(error)) return problem(c, 'invalid-request');
    logError(ports, error, { correlationId: c.get('correlationId') });
    return problem(c, 'internal');
  });
  return app;
}
