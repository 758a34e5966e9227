import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { serveLocally } from '../local-server.ts';

const require = createRequire(import.meta.url);
const file = require.resolve('@twilio-alpha/mcp/twilio-oai/spec/json/twilio_api_v2010.json');

/** A request that Twilio's own description was asked about. */
export type Checked = {
  /** The operation, as `POST /…/Conferences/{ConferenceSid}/Participants.json`. */
  readonly operation: string;
  /** What the description's own server finds wrong with it; `null`: nothing. */
  readonly refusal: string | null;
  /** Fields of the form that it does not describe. */
  readonly unknown: readonly string[];
};

/**
 * A server at which each request is checked by Twilio's description of its service, and then answered by `answers`, an origin:
 * the description knows the shape of what is asked, the stand-in what becomes of it.
 */
export async function openDescribed(answers: string) {
  const read = description.parse(JSON.parse(await readFile(file, 'utf8')));
  const mock = await startMock(read);
  const operations = operationsOf(read);
  const checked: Checked[] = [];
  const server = await serveLocally(async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    const body = method === 'POST' ? await request.text() : null;
    const headers = new Headers(request.headers);
    headers.delete('content-length');
    const asked = { method, headers, body };
    const mocked = await fetch(mock.origin + pathname + search, asked);
    const operation = operations.find(({ covers }) => covers(method, pathname));
    checked.push({
      operation: operation?.name ?? `${method} ${pathname}`,
      refusal: mocked.ok ? null : await mocked.text(),
      unknown: [...new URLSearchParams(body ?? '').keys()].filter(
        (field) => !operation?.fields.has(field),
      ),
    });
    const answer = await fetch(answers + pathname + search, asked);
    const text = await answer.text();
    // What is deleted has no body at all.
    return new Response(text === '' ? null : text, {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  });
  return {
    origin: server.address,
    checked,
    close: async () => {
      await server.close();
      await mock.close();
    },
  };
}

/** The mock server of the description, on a port of its own. */
async function startMock(description: Description) {
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-twilio-'));
  const path = join(folder, 'description.json');
  await writeFile(path, JSON.stringify(withRepeatedFields(description)));
  const program = require.resolve('@stoplight/prism-cli/dist/index.js');
  const args = [program, 'mock', '--host', '127.0.0.1', '--port', '0', path];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  // It says a line for each request; who does not read them stops it.
  const said = createInterface(child.stdout);
  const listening = Promise.withResolvers<string>();
  said.on('line', (line) => {
    const origin = /listening on (http:\S+)/.exec(line)?.[1];
    if (origin !== undefined) listening.resolve(origin);
  });
  child.once('exit', () => listening.reject(new Error('The mock server did not start.')));
  return {
    origin: await listening.promise,
    close: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
      await rm(folder, { recursive: true });
    },
  };
}

const form = z.looseObject({
  schema: z.looseObject({
    properties: z.record(z.string(), z.looseObject({ type: z.string().optional() })).optional(),
  }),
});
const operation = z.looseObject({
  requestBody: z.looseObject({ content: z.record(z.string(), form) }).optional(),
});
const methods = ['get', 'post', 'delete'] as const;
const description = z.looseObject({
  paths: z.record(
    z.string(),
    z.looseObject({
      get: operation.optional(),
      post: operation.optional(),
      delete: operation.optional(),
    }),
  ),
});
type Description = z.infer<typeof description>;

/** A list in a form is a field that is repeated: OpenAPI says so where nothing is said, the mock server does not. */
function withRepeatedFields(read: Description): Description {
  const encoded = structuredClone(read);
  for (const path of Object.values(encoded.paths)) {
    for (const content of Object.values(path.post?.requestBody?.content ?? {})) {
      const lists = Object.entries(content.schema.properties ?? {}).filter(
        ([, { type }]) => type === 'array',
      );
      content['encoding'] = Object.fromEntries(
        lists.map(([name]) => [name, { style: 'form', explode: true }]),
      );
    }
  }
  return encoded;
}

function operationsOf({ paths }: Description) {
  return Object.entries(paths).flatMap(([path, described]) => {
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
    const name = path.replace('/2010-04-01/Accounts/{AccountSid}', '');
    return methods.flatMap((method) => {
      const forms = Object.values(described[method]?.requestBody?.content ?? {});
      const fields = forms.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
      const upper = method.toUpperCase();
      return described[method] === undefined
        ? []
        : [
            {
              name: `${upper} ${name}`,
              fields: new Set(fields),
              covers: (asked: string, pathname: string) =>
                asked === upper && pattern.test(pathname),
            },
          ];
    });
  });
}
