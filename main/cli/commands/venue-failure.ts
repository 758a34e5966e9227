import type { VenueImportFailure } from '../../hub/imports/import-venues.ts';

/** Why a file of venues is refused, as a sentence for the operator. */
export function describeFailure(failure: VenueImportFailure): string {
  switch (failure.code) {
    case 'unreadable':
      return `Le fichier ne peut pas être lu : ${failure.reason}`;
    case 'not-utf8':
      return "Le fichier n'est pas du texte en UTF-8.";
    case 'not-csv':
      return `Le fichier n'est pas un CSV correct : ${failure.reason}`;
    case 'missing-columns':
      return `Il manque des colonnes de la norme : ${failure.columns.join(', ')}.`;
    case 'no-venue':
      return "Aucune ligne du fichier n'est un lieu : rien n'a été importé.";
  }
}
