import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const findings = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

/** What axe finds against WCAG 2.2 AA and best practice on the page as it is now: rule and place, one line each. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  // Evaluated and not added as a script: the desk's content policy refuses what is inline.
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then((run) => run.violations)`,
  );
  return findings
    .parse(found)
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
