import { z } from 'zod';

/** `AIGUILLAGE_ROAD_TIMES_URL`, where the operator has a server that knows the roads. */
export const roadTimesAddress = z
  .url({
    protocol: /^https?$/,
    error: 'AIGUILLAGE_ROAD_TIMES_URL est l’adresse http d’un serveur OSRM',
  })
  .optional();
