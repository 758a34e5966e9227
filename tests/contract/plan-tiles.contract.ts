import { describe, expect, it } from 'vitest';
import { planTilesAddress, planTilesMaxZoom, planTilesOrigin } from '#src/contract';
import { en } from '../../renderer/i18n/en.ts';
import { fr } from '../../renderer/i18n/fr.ts';

/**
 * The service as its provider describes it ("Images tuilées WMTS", documentation of cartes.gouv.fr; "Plan IGN v2" in
 * the configuration of the provider's own map extensions): every parameter of GetTile is required, `PM` has one
 * square at level 0 and four times as many at each next one, and the layer is drawn down to level 19.
 */
const described = {
  server: 'https://data.geopf.fr/wmts',
  fixed: {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: 'GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2',
    STYLE: 'normal',
    FORMAT: 'image/png',
    TILEMATRIXSET: 'PM',
  },
  places: { TILEMATRIX: '{z}', TILEROW: '{y}', TILECOL: '{x}' },
  lastLevel: 19,
};

describe('GE-30 the squares of the plan', () => {
  it('are asked for as the provider describes: every parameter, and no other', () => {
    const address = new URL(planTilesAddress);
    expect(address.origin + address.pathname).toBe(described.server);
    expect(address.origin).toBe(planTilesOrigin);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      ...described.fixed,
      ...described.places,
    });
    expect(planTilesMaxZoom).toBe(described.lastLevel);
  });

  it('are shown with the name of who draws them', () => {
    expect(fr.venues.map.plan).toContain('© IGN');
    expect(en.venues.map.plan).toContain('© IGN');
  });
});
