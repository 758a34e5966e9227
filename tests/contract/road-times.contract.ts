import { afterEach, describe, expect, it } from 'vitest';
import type { Position } from '#src/geography';
import { osrm } from '../../main/hub/travel/osrm.ts';
import { remembered } from '../../main/hub/travel/remembered.ts';
import type { RoadTimes } from '../../main/hub/travel/travel.port.ts';
import { type LocalServer, serveLocally } from '../support/local-server.ts';

/**
 * A server that speaks the table service of OSRM as its HTTP interface is published (docs/http.md of osrm-backend, "Table
 * service"): `/table/v1/{profile}/{longitude},{latitude};...` with `sources`, `destinations` and `annotations`; seconds
 * and metres, a row a source; `null` where there is no route; errors are `400` with a `code`.
 */
const coordinate = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/;

function answerTable(request: Request): Response {
  const { pathname, searchParams } = new URL(request.url);
  const [, service, version, profile, coordinates = ''] = decodeURIComponent(pathname).split('/');
  const refuse = (code: string) => Response.json({ code, message: code }, { status: 400 });
  if (request.method !== 'GET' || service !== 'table') return refuse('InvalidService');
  if (version !== 'v1') return refuse('InvalidVersion');
  if (profile !== 'driving') return refuse('InvalidUrl');
  const points = coordinates.split(';');
  if (!points.every((point) => coordinate.test(point))) return refuse('InvalidQuery');
  const indexes = (name: string) => (searchParams.get(name) ?? '').split(';').map(Number);
  const [sources, destinations] = [indexes('sources'), indexes('destinations')];
  if (![...sources, ...destinations].every((index) => index < points.length)) {
    return refuse('InvalidOptions');
  }
  if (searchParams.get('annotations') !== 'duration,distance') return refuse('InvalidOptions');
  const latitudes = points.map((point) => Number(point.split(',')[1]));
  // A degree of latitude is 100 km and an hour here; the sea lies south of 0.
  const matrix = (perDegree: number) =>
    sources.map((source) =>
      destinations.map((destination) => {
        const [from = 0, to = 0] = [latitudes[source], latitudes[destination]];
        return to < 0 ? null : Math.abs(to - from) * perDegree;
      }),
    );
  return Response.json({ code: 'Ok', durations: matrix(3600), distances: matrix(100_000) });
}

const at = (latitude: number, longitude = 3.5): Position => ({ latitude, longitude });

describe('GE-40 road times from an OSRM server', () => {
  const servers: LocalServer[] = [];
  const serve = async (answer: (request: Request) => Promise<Response> | Response) => {
    const server = await serveLocally(answer);
    servers.push(server);
    return server.address;
  };
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  it('are kilometres and minutes, in the order asked; null where no road leads', async () => {
    for (const ending of ['', '/']) {
      const ask = osrm((await serve(answerTable)) + ending);
      expect(await ask(at(44.52), [at(44.02), at(-20), at(44.53, -1.25)])).toEqual({
        ok: true,
        value: [{ km: 50, minutes: 30 }, null, { km: 1, minutes: 1 }],
      });
    }
  });

  it.each([
    ['NoSegment', () => Response.json({ code: 'NoSegment' }, { status: 400 }), 'NoSegment'],
    ['a table without distances', () => Response.json({ code: 'Ok', durations: [[1]] }), 'Ok'],
    ['another JSON', () => Response.json([], { status: 502 }), 'HTTP 502'],
  ])('are not known where it answers %s', async (_, answer, detail) => {
    expect(await osrm(await serve(answer))(at(44), [at(45)])).toEqual({
      ok: false,
      error: { code: 'refused', detail },
    });
  });

  it.each([
    ['something else than JSON', () => new Response('<html>')],
    ['a redirection elsewhere', () => Response.redirect('http://127.0.0.1:1/')],
    ['nothing in two seconds', () => new Promise<Response>(() => undefined)],
  ])('are not waited for where it answers %s', async (_, answer) => {
    expect(await osrm(await serve(answer))(at(44), [at(45)])).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('are not waited for where nobody answers', async () => {
    const server = await serveLocally(answerTable);
    await server.close();
    expect(await osrm(server.address)(at(44), [at(45)])).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });
});

describe('GE-42 remembered ways', () => {
  const asked: number[][] = [];
  const counting: RoadTimes = async (_from, to) => {
    asked.push(to.map(({ latitude }) => latitude));
    const value = to.map(({ latitude }) => (latitude < 0 ? null : { km: latitude, minutes: 1 }));
    return { ok: true, value };
  };
  const kms = async (roadTimes: RoadTimes, ...latitudes: number[]) => {
    asked.length = 0;
    const ways = await roadTimes(
      at(0),
      latitudes.map((latitude) => at(latitude)),
    );
    return ways.ok ? ways.value.map((way) => way?.km ?? null) : [];
  };

  it('are asked once each, where there is none too', async () => {
    const roadTimes = remembered(counting, 10);
    expect(await kms(roadTimes, 1, 2, -1, 1)).toEqual([1, 2, null, 1]);
    expect(asked).toEqual([[1, 2, -1]]);
    expect(await kms(roadTimes, -1, 3, 1)).toEqual([null, 3, 1]);
    expect(asked).toEqual([[3]]);
    expect(await kms(roadTimes, 2)).toEqual([2]);
    expect(asked).toEqual([]);
  });

  it('are forgotten once there are too many, those used longest ago first', async () => {
    const roadTimes = remembered(counting, 2);
    await kms(roadTimes, 1, 2);
    await kms(roadTimes, 1);
    await kms(roadTimes, 3);
    await kms(roadTimes, 1, 3);
    expect(asked).toEqual([]);
    await kms(roadTimes, 2);
    expect(asked).toEqual([[2]]);
    expect(await kms(roadTimes, 5, 6, 7)).toEqual([5, 6, 7]);
  });

  it('are asked again after a failure', async () => {
    let isAway = true;
    const roadTimes = remembered(
      async (from, to) =>
        isAway ? { ok: false, error: { code: 'unreachable' } } : counting(from, to),
      10,
    );
    expect(await kms(roadTimes, 1)).toEqual([]);
    isAway = false;
    expect(await kms(roadTimes, 1)).toEqual([1]);
  });
});
