/** Who draws the plan: the public servers of the IGN (Géoplateforme). Desks ask them only where an administrator allows it. */
export const planTilesOrigin = 'https://data.geopf.fr';

/**
 * The address of a square of "Plan IGN", with `{z}`, `{x}` and `{y}` to be filled in: the WMTS service of the
 * Géoplateforme, whose matrix set `PM` is the usual Web Mercator grid. It asks for no key.
 */
export const planTilesAddress = `${planTilesOrigin}/wmts?${[
  'SERVICE=WMTS',
  'VERSION=1.0.0',
  'REQUEST=GetTile',
  'LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2',
  'STYLE=normal',
  'FORMAT=image/png',
  'TILEMATRIXSET=PM',
  'TILEMATRIX={z}',
  'TILEROW={y}',
  'TILECOL={x}',
].join('&')}`;

/** The closest squares that are drawn: level 19 of `PM`, about 1:1,000. */
export const planTilesMaxZoom = 19;
