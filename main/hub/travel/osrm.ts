import { z } from 'zod';
import type { Way } from '#src/contract';
import type { Position } from '#src/geography';
import { err, ok } from '#src/kernel';
import type { RoadTimes } from './travel.port.ts';

const timeoutMs = 2000;

const row = z.array(z.number().nonnegative().nullable());
/** Seconds and metres from the one source; a row a source. */
const table = z.object({
  code: z.literal('Ok'),
  durations: z.tuple([row]),
  distances: z.tuple([row]),
});
const refusal = z.object({ code: z.string() });

/** An OSRM server, by its HTTP interface, version 1: its `table` service, with durations and distances. */
export function osrm(server: string): RoadTimes {
  return async (from, to) => {
    const answer = await ask(tableAddress(server, from, to));
    if (answer === null) return err({ code: 'unreachable' });
    const { status, body } = answer;
    const read = table.safeParse(body);
    if (!read.success) {
      const said = refusal.safeParse(body);
      return err({ code: 'refused', detail: said.success ? said.data.code : `HTTP ${status}` });
    }
    const [durations] = read.data.durations;
    const [distances] = read.data.distances;
    return ok(to.map((_, place) => wayOf(distances[place], durations[place])));
  };
}

function tableAddress(server: string, from: Position, to: readonly Position[]): string {
  const coordinates = [from, ...to].map(({ latitude, longitude }) => `${longitude},${latitude}`);
  const destinations = to.map((_, place) => place + 1).join(';');
  const options = `sources=0&destinations=${destinations}&annotations=duration,distance`;
  return `${server.replace(/\/$/, '')}/table/v1/driving/${coordinates.join(';')}?${options}`;
}

/** `null`: no answer in time, or none that is JSON. */
async function ask(address: string): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    const body: unknown = await response.json();
    return { status: response.status, body };
  } catch {
    return null;
  }
}

function wayOf(metres: number | null | undefined, seconds: number | null | undefined): Way | null {
  if (typeof metres !== 'number' || typeof seconds !== 'number') return null;
  return { km: Math.round(metres / 100) / 10, minutes: Math.round(seconds / 60) };
}
