import type { Option } from '#src/script';

/**
 * The options chosen once `toggled` is pressed. One that stands alone ("rien de tout cela", "ne sait pas") puts the
 * others out, and they put it out.
 */
export function toggleOption(
  options: readonly Option[],
  chosen: readonly string[],
  toggled: Option,
): readonly string[] {
  if (chosen.includes(toggled.id)) return chosen.filter((id) => id !== toggled.id);
  if (toggled.exclusive) return [toggled.id];
  const together = options.filter(
    ({ id, exclusive }) => id === toggled.id || (!exclusive && chosen.includes(id)),
  );
  return together.map(({ id }) => id);
}
