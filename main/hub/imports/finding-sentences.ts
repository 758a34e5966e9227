import type { FindingKind, FlagReason, RejectionReason, RepairReason } from '#src/venues';

/** What a producer of data does about what keeps a row from being a venue. */
const rejected: Readonly<Record<RejectionReason, string>> = {
  missing: 'La colonne est obligatoire et la cellule est vide : remplissez-la.',
  malformed: 'La valeur ne peut pas être lue : corrigez-la.',
  repeated: 'Une autre ligne du fichier a cet identifiant : donnez-en un à chaque lieu.',
  'cell-count': "La ligne n'a pas autant de cellules que l'en-tête : vérifiez les guillemets.",
  nested: 'La valeur en contient d’autres : écrivez un texte, un nombre ou une liste de textes.',
};

/** What was put right, and is to be put right in the file. */
const repaired: Readonly<Record<RepairReason, string>> = {
  spaces: 'Des espaces sont en trop.',
  'leading-zero': 'Le zéro du début manque, sans doute perdu dans un tableur.',
  cedex: 'Un CEDEX désigne un bureau distributeur : écrivez la commune et son code postal.',
  'decimal-comma': 'Le séparateur décimal est le point.',
  'phone-format': 'Un numéro s’écrit avec son indicatif, sans espaces : +33465710001.',
  'mayotte-prefix': 'Mayotte se compose avec +262 269, et non +269 269, qui mène aux Comores.',
  'first-of-several': 'La norme prévoit un seul numéro : le premier est gardé.',
  spelling: 'La norme écrit cette valeur avec d’autres majuscules, accents ou apostrophes.',
  'former-name': 'Cette valeur vient d’une ancienne version de la norme, qui la nomme autrement.',
  'former-column':
    'Cette colonne vient de la version 0 de la norme : ses valeurs ont changé de colonne.',
  separator: 'Entre plusieurs valeurs, la norme met une barre verticale (|).',
  'french-hours': 'Les horaires s’écrivent comme dans OpenStreetMap : Mo-Fr 09:00-12:00.',
  'date-format': 'Une date s’écrit année-mois-jour : 2026-01-15.',
};

/** What is not to be trusted, and is to be looked at. */
const flagged: Readonly<Record<FlagReason, string>> = {
  malformed: 'La valeur ne peut pas être lue : elle n’est pas utilisée.',
  'unknown-value': 'La norme n’a pas cette valeur : elle n’est pas utilisée.',
  'no-successor':
    'La version 1 de la norme n’a pas repris cette valeur : choisissez celle qui convient.',
  placeholder: 'Une suite de zéros n’est pas un SIRET : écrivez le vrai numéro.',
  'wrong-checksum': 'La clé de ce SIRET est fausse : un chiffre est à corriger.',
  'unknown-commune': 'Aucune commune, ou plusieurs, ne répondent à ce nom ou à ce code.',
  'contradicts-postcode': 'Ce code INSEE et le code postal désignent deux communes différentes.',
  'contradicts-commune': 'La commune de ce nom a d’autres codes postaux.',
  'unknown-postcode': 'Aucune commune n’a ce code postal : c’est sans doute un CEDEX.',
  incomplete: 'Il manque la latitude ou la longitude.',
  'out-of-range': 'Ces coordonnées n’existent pas.',
  'null-island': 'Les coordonnées 0, 0 sont au large du Ghana : laissez plutôt les cellules vides.',
  swapped: 'La latitude et la longitude semblent échangées.',
  'far-from-commune': 'Ces coordonnées sont loin de la commune : le lieu n’est pas placé.',
  'in-future': 'La date est dans le futur : elle n’est pas utilisée.',
  'default-date': 'Cette date est celle d’une machine sans horloge : elle n’est pas utilisée.',
  'not-understood': 'Ces horaires ne sont pas compris : ils sont montrés tels quels.',
  'reversed-range': 'Une plage horaire finit avant de commencer.',
  'empty-range': 'Une plage horaire commence et finit à la même heure.',
  'overlapping-ranges': 'Des plages horaires du même jour se recouvrent : elles sont réunies.',
  'too-long': 'Le résumé dépasse 280 caractères.',
  'test-record': 'Cette fiche semble être un essai : le lieu n’est pas proposé.',
};

/** What is found in a row, by what becomes of it. */
export type FindingReason =
  | { readonly kind: 'rejected'; readonly reason: RejectionReason }
  | { readonly kind: 'repaired'; readonly reason: RepairReason }
  | { readonly kind: 'flagged'; readonly reason: FlagReason };

/** A finding as a sentence in French, for whoever makes the file. */
export function sentenceOf(finding: FindingReason): string {
  switch (finding.kind) {
    case 'rejected':
      return rejected[finding.reason];
    case 'repaired':
      return repaired[finding.reason];
    case 'flagged':
      return flagged[finding.reason];
  }
}

/** What becomes of a row, or a cell, in French. */
export const kindNames: Readonly<Record<FindingKind, string>> = {
  rejected: 'refusé',
  repaired: 'réparé',
  flagged: 'signalé',
};
