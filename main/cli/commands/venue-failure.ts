import type { VenueImportFailure } from '../../hub/imports/import-venues.ts';

/** Why a file of venues is refused, as a sentence for the operator. */
export function describeFailure(failure: VenueImportFailure): string {
  switch (failure.code) {
    case 'unreadable':
      return `Le fichier ne peut pas être lu (${failure.detail}).`;
    case 'not-text':
      return `Le fichier n'est pas du texte : l'octet ${failure.detail} ne s'écrit ni en UTF-8 ni en Windows-1252.`;
    case 'not-csv':
      return `Le fichier n'est pas un CSV correct (ligne ${failure.detail}).`;
    case 'not-json':
      return `Le fichier n'est pas une liste JSON correcte (caractère ${failure.detail}).`;
    case 'missing-columns':
      return `Il manque des colonnes de la norme : ${failure.detail}.`;
    case 'too-large':
      return `Le fichier, une fois décompressé, dépasse ${failure.detail} octets.`;
    case 'already-importing':
      return 'Un autre import est en cours : recommencez quand il sera fini.';
    case 'shrinks':
      return `Le fichier ne compte que ${failure.to} lieux, contre ${failure.from} en service : confirmez par --confirm-shrink si c'est voulu.`;
    case 'no-venue':
      return "Aucune ligne du fichier n'est un lieu : rien n'est changé.";
  }
}
