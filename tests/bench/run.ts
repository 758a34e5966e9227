import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Bench, Finding, Measure } from './bench.ts';

const timeLimitMs = 4 * 60 * 1000;

const benchModule = z.object({
  bench: z.object({
    name: z.string(),
    summary: z.string(),
    run: z.custom<Bench['run']>((value) => typeof value === 'function'),
  }),
});

async function loadBenches(): Promise<readonly Bench[]> {
  const names: string[] = [];
  for await (const file of glob('*.bench.ts', { cwd: import.meta.dirname })) names.push(file);
  return Promise.all(
    names.sort().map(async (file) => benchModule.parse(await import(`./${basename(file)}`)).bench),
  );
}

function measureOf(bench: string, { baseline, goal, ...finding }: Finding): Measure {
  return {
    bench,
    ...finding,
    baseline: baseline ?? null,
    ratio: baseline === undefined ? null : round(finding.value / baseline.value),
    goal: goal?.text ?? null,
    met: goal?.met ?? null,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

function describe({ measure, unit, value, baseline, ratio, goal, met }: Measure): string {
  const against =
    baseline === null ? '' : `, ${ratio} × ${baseline.what} (${round(baseline.value)})`;
  const verdict = goal === null ? '' : ` — ${goal}: ${met ? 'met' : 'NOT MET'}`;
  return `${measure}: ${round(value)} ${unit}${against}${verdict}`;
}

const usage = 'Usage: npm run bench -- NAME [--json]';

async function main(): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const benches = await loadBenches();
  const bench = benches.find((candidate) => candidate.name === positionals[0]);
  if (bench === undefined || positionals.length !== 1) {
    const list = benches.map(({ name, summary }) => `  ${name}  ${summary}`);
    console.error([usage, '', ...list].join('\n'));
    return 2;
  }
  const limit = setTimeout(() => {
    console.error(`${bench.name} took more than four minutes.`);
    process.exit(1);
  }, timeLimitMs);
  await bench.run((finding) => {
    const measure = measureOf(bench.name, finding);
    console.log(values.json ? JSON.stringify(measure) : describe(measure));
  });
  clearTimeout(limit);
  return 0;
}

process.exitCode = await main();
