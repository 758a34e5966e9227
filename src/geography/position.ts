/** WGS 84, in degrees. */
export type Position = { readonly latitude: number; readonly longitude: number };

/** Mean radius of the Earth, as distances are measured (IUGG). */
export const earthRadiusKm = 6371;

/** Degrees as radians. */
export const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Whether both figures are degrees on the globe. */
export function isPosition(position: Position): boolean {
  return Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180;
}

/** Kilometres along the great circle (haversine): as the crow flies, not by road. */
export function distanceKm(a: Position, b: Position): number {
  const halfLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const halfLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const haversine =
    halfLatitude ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfLongitude ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

/** The position to a hundredth of a degree, about a kilometre: where somebody is, not at which address. */
export function roughPosition({ latitude, longitude }: Position): Position {
  const rough = (degrees: number) => Math.round(degrees * 100) / 100;
  return { latitude: rough(latitude), longitude: rough(longitude) };
}
