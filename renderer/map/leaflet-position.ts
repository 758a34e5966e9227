import type { Position } from '#src/geography';

/** A position as Leaflet wants it: latitude, then longitude. */
export const toLatLng = ({ latitude, longitude }: Position): [number, number] => [
  latitude,
  longitude,
];
