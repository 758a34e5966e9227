import { z } from 'zod';
import { roughPosition } from '#src/geography';

const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** The most places that one request asks about. */
export const travelLimit = 30;

/** POST /api/travel: from about where (GE-41: never from a caller's address) to which places. */
export const travelRequest = z.strictObject({
  from: position.refine(
    (from) => {
      const rough = roughPosition(from);
      return rough.latitude === from.latitude && rough.longitude === from.longitude;
    },
    { error: 'finer than a hundredth of a degree' },
  ),
  to: z.array(position).min(1).max(travelLimit),
});
export type TravelRequest = z.infer<typeof travelRequest>;

/** The quickest way by road. */
const way = z.strictObject({ km: z.number().nonnegative(), minutes: z.number().nonnegative() });
export type Way = z.infer<typeof way>;

/** The way to each place, in the order asked; `null`: none, or not known now. 404 where no service is configured. */
export const travelView = z.strictObject({ ways: z.array(way.nullable()) });
