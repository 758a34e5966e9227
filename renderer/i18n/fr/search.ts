/** The search that runs beside the screens. */
export const search = {
  stopped: {
    title: 'La recherche s’est arrêtée sur ce poste',
    safe: 'Ce qui est saisi est gardé.',
    next: 'Relancez-la : les lieux sont toujours là, même sans réseau.',
  },
};
