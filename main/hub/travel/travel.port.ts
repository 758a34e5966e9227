import type { Way } from '#src/contract';
import type { Position } from '#src/geography';
import type { Result } from '#src/kernel';

export type TravelFailure =
  /** It is away, or took too long. */
  | { readonly code: 'unreachable' }
  /** It answered something else than was asked. `detail`: its own code or status, never a position. */
  | { readonly code: 'refused'; readonly detail: string };

/** Asks the way to each place; `null` where no road leads there. */
export type RoadTimes = (
  from: Position,
  to: readonly Position[],
) => Promise<Result<readonly (Way | null)[], TravelFailure>>;
