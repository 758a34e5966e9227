import type { Page } from 'playwright-core';

/**
 * What a person cannot see of the page as it is now, one line each: words beyond the edge of the
 * window, words cut by the box around them, and a page that scrolls sideways. A box that scrolls
 * shows what it holds, and what is only for screen readers is not looked at.
 */
export function cutFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) {
      found.push(`the page is ${root.scrollWidth} px wide in ${window.innerWidth}`);
    }
    const isForReaders = (element: Element) =>
      element.closest('.visually-hidden, .skip, [aria-hidden=true], .venue-map, .field-label') !==
      null;
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) ||
        isScrolled(element.parentElement));
    for (const element of document.body.querySelectorAll('*')) {
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!hasWords || !element.checkVisibility() || isForReaders(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      const words = (element.textContent ?? '').trim().slice(0, 60);
      if ((left < -1 || right > window.innerWidth + 1) && !isScrolled(element)) {
        found.push(`beyond the edge: ${words}`);
      }
      const { overflowX, overflowY } = getComputedStyle(element);
      const cutsAcross =
        /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutsDown =
        /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (cutsAcross || cutsDown) found.push(`cut: ${words}`);
    }
    return found;
  });
}

/** By how much the frame of the desk is higher than its window; a page before the desk may scroll. */
export function frameOverflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    document.querySelector('.desk') === null
      ? 0
      : document.documentElement.scrollHeight - window.innerHeight,
  );
}

/** More than any screen has. */
const mostStops = 300;

/** What the Tab key should reach and does not, one line each; and the first thing that it reaches. */
export async function tabRound(
  page: Page,
): Promise<{ readonly first: string; readonly missed: readonly string[] }> {
  await page.evaluate(() => {
    const controls =
      'a[href], button:not(:disabled), input:not(:disabled), textarea, summary, [tabindex="0"]';
    const reachable = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (element) =>
        element.tabIndex === 0 &&
        element.checkVisibility() &&
        element.closest('[inert], [aria-hidden=true]') === null,
    );
    for (const element of reachable) element.dataset['toReach'] = '';
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  let first: string | null = null;
  for (let presses = 0; presses < mostStops; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return '';
      const radios = focused.matches('[type=radio]') ? focused.closest('[role=radiogroup]') : null;
      for (const reached of radios?.querySelectorAll('[data-to-reach]') ?? []) {
        reached.removeAttribute('data-to-reach');
      }
      // A list gives the focus that it gets to one of its options.
      for (let at: Element | null = focused; at !== null; at = at.parentElement) {
        at.removeAttribute('data-to-reach');
      }
      return (focused.textContent ?? '').trim();
    });
    if (here === first) break;
    first ??= here;
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-to-reach]')].map((element) =>
      element.outerHTML.slice(0, 160),
    ),
  );
  return { first: first ?? '', missed };
}
