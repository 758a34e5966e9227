import type { Page } from 'playwright-core';
import { accessibilityFindings } from '../support/axe.ts';
import { cutFindings, frameOverflow } from '../support/layout.ts';

/** The smallest screen that the desk is made for. */
export const usual = { width: 1366, height: 768 } as const;
/** A low window, as a browser's own bars leave it, and 200 % zoom on the usual one. */
const others = [
  { width: 1366, height: 620 },
  { width: 683, height: 384 },
] as const;
/** Above this width the frame of the desk stands still and only its parts scroll. */
const oneColumn = 1024;

/** What floats over the page follows its window one frame later. */
const nextFrame = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** What is wrong with the page as it is now, one line each: in both themes, and in each window. */
export async function look(page: Page): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await accessibilityFindings(page);
    findings.push(...found.map((finding) => `${colorScheme}: ${finding}`));
  }
  for (const size of [usual, ...others]) {
    await page.setViewportSize(size);
    await page.evaluate(nextFrame);
    const named = `${size.width}x${size.height}`;
    const found = await cutFindings(page);
    findings.push(...found.map((finding) => `${named}: ${finding}`));
    const higher = await frameOverflow(page);
    if (size.width > oneColumn && higher > 0) findings.push(`${named}: scrolls by ${higher} px`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize(usual);
  return findings;
}
