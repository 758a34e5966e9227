/** What is looked for, and the search that runs beside the screens. */
export const search = {
  severalServices: (n: number) => `${n} besoins`,
  suggested: 'd’après l’appel',
  fromCall: 'd’après l’appel\u00a0:',
  removeFromCall: (wish: string) => `D’après ce qui gêne la personne. Retirer\u00a0: ${wish}`,
  ofPoint: 'd’un point',
  formerCommune: (former: string, today: string) => `${today} (anciennement ${former})`,
  open: {
    label: 'Ouverture',
    open: 'ouvert',
    any: 'n’importe quand',
    now: 'maintenant',
    today: { morning: 'ce matin', afternoon: 'cet après-midi' },
    onWeekday: {
      morning: (weekday: string) => `${weekday} matin`,
      afternoon: (weekday: string) => `${weekday} après-midi`,
    },
    at: (date: string, clock: string) => `${date} à ${clock}`,
    other: 'un autre jour, une autre heure',
    clockOf: (place: string) => `heure de ${place}`,
  },
  stopped: {
    title: 'La recherche s’est arrêtée sur ce poste',
    safe: 'Ce qui est saisi est gardé.',
    next: 'Relancez-la\u00a0: les lieux sont toujours là, même sans réseau.',
  },
};
