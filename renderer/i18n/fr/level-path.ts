/** The levels found of one person, over time; and measuring again at the venue. */
export const levelPath = {
  title: 'Ses niveaux',
  inShort: (levels: readonly string[]) => `Ses niveaux : ${levels.join(', puis ')}`,
  moved: {
    nearer: 'Plus proche du numérique qu’au début',
    same: 'Au même point qu’au début',
    farther: 'Plus loin du numérique qu’au début',
  },
  where: { phone: 'au téléphone', venue: 'au lieu' },
  fragile: 'repère fragile',

  measure: {
    open: 'Mesurer à nouveau',
    title: (name: string) => `Mesurer à nouveau : ${name}`,
    refused: 'La personne préfère ne pas refaire le point.',
    refusedSafe: 'Rien n’est noté. Ce qui a été trouvé au téléphone reste tel quel.',
    found: 'Niveau trouvé',
    fragile: 'Fragile : trop de « ne sait pas » pour s’y fier seul.',
    save: 'Enregistrer ce niveau',
    saved: (name: string, level: string) => `${name} : niveau ${level} enregistré`,
    close: 'Fermer',
    keptHere: 'Les réponses restent sur ce poste jusqu’à l’enregistrement.',
  },
};
