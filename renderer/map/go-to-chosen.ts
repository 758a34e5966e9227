/** As in the style sheets: the card of a venue then stands below its list and the map. */
const oneColumn = '(max-width: 64rem), (max-height: 30rem)';

/** Where everything is in one column, goes to the card of the venue that was just chosen. */
export function goToChosen(cardId: string): void {
  if (!matchMedia(oneColumn).matches) return;
  // The card of this venue is there once the choice is drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(cardId)?.focus()),
  );
}
