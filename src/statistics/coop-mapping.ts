import type { MeetingPlace } from '#src/booking';
import type { Level } from '#src/distance';
import type { Service } from '#src/venues';
import type {
  CoopAutonomie,
  CoopPlace,
  CoopRedirection,
  CoopThematique,
} from './coop-vocabulary.ts';

// What is ours in the words of La Coop: data, and a choice of ours (docs/spec/statistics.md). An empty list says that La Coop
// has no word for it.

/** ST-10 */
export const autonomieOfLevel: Readonly<Record<Level, CoopAutonomie>> = {
  E0: 'Autonome',
  E1: 'PartiellementAutonome',
  E2: 'EntierementAccompagne',
  E3: 'EntierementAccompagne',
};

/** BO-85 */
export const placeOfMeeting: Readonly<Record<MeetingPlace, CoopPlace>> = {
  venue: 'LieuActivite',
  phone: 'ADistance',
  video: 'ADistance',
  home: 'Domicile',
};

/** ST-13: by the service, where the theme says nothing closer. */
export const thematiquesOfService: Readonly<Record<Service, readonly CoopThematique[]>> = {
  'Aide aux démarches administratives': ['AideAuxDemarchesAdministratives'],
  'Maîtrise des outils numériques du quotidien': ['PrendreEnMainDuMateriel'],
  'Insertion professionnelle via le numérique': ['InsertionProfessionnelle'],
  'Utilisation sécurisée du numérique': ['SecuriteNumerique'],
  'Parentalité et éducation avec le numérique': ['Parentalite'],
  'Loisirs et créations numériques': ['CreerAvecLeNumerique'],
  'Compréhension du monde numérique': ['CultureNumerique'],
  'Accès internet et matériel informatique': ['PrendreEnMainDuMateriel'],
  'Acquisition de matériel informatique à prix solidaire': [],
};

/** ST-13: on the line for professionals every call is also about helping one. */
export const thematiquesOfScript: ReadonlyMap<string, readonly CoopThematique[]> = new Map([
  ['petites-entreprises', ['Entrepreneuriat']],
]);

/** A procedure, with what it is about. */
const about = (...what: readonly CoopThematique[]): readonly CoopThematique[] => [
  'AideAuxDemarchesAdministratives',
  ...what,
];

const byTheme: Readonly<Record<string, readonly CoopThematique[] | null>> = {
  'Autre chose': null,
  'Une autre démarche': null,
  'Une personne me fait peur': null,

  'Ameli, mot de passe perdu': about('SocialSante', 'Sante'),
  'Compte Ameli': about('SocialSante', 'Sante'),
  'FranceConnect ne marche pas': about(),
  FranceConnect: about(),
  'Impôts, entrer dans son espace': about('ArgentImpots'),
  Impôts: about('ArgentImpots'),
  'CAF, identifiants perdus': about('FamilleScolarite'),
  'CAF, attestation': about('FamilleScolarite'),
  'Carte grise': about('TransportsMobilite'),
  'Permis de conduire': about('TransportsMobilite'),
  'Carte d’identité ou passeport': about('PapiersElectionsCitoyennete'),
  'Titre de séjour': about('EtrangersEurope'),
  'Retraite, ouvrir son espace': about('TravailFormation'),
  'Mot de passe d’un autre site public': about(),
  'Mot de passe perdu': about(),
  'Entrer dans un compte professionnel': about(),
  'La facture électronique': about('TravailFormation'),
  'Formalités, changement de situation': about('TravailFormation'),
  'Demande de logement social': about('Logement'),
  'Aide au logement, CAF': about('Logement'),
  'Chèque énergie': about('Logement'),
  'Nulle part où dormir ce soir': about('Logement'),
  'Rendez-vous chez le médecin': ['Sante'],
  'Ordonnance, pharmacie': ['Sante'],

  'Boîte mail bloquée': ['Email'],
  'La boîte mail': ['Email'],
  Mail: ['Email'],
  'Envoyer une photo ou un document': ['Email'],
  'WhatsApp sur un nouveau téléphone': ['ReseauxSociaux'],
  WhatsApp: ['ReseauxSociaux'],
  'Faire un appel vidéo': ['ReseauxSociaux'],
  'Les réseaux sociaux': ['ReseauxSociaux'],
  'Une page sur les réseaux': ['ReseauxSociaux'],
  'Écran trop petit à lire': ['PrendreEnMainDuMateriel'],
  'Apprendre depuis le début': ['PrendreEnMainDuMateriel'],
  'Mettre un appareil sur le Wi-Fi': ['PrendreEnMainDuMateriel'],
  'Wi-Fi': ['PrendreEnMainDuMateriel'],
  Imprimer: ['PrendreEnMainDuMateriel'],
  'L’imprimante': ['PrendreEnMainDuMateriel'],
  'Numériser un papier': ['PrendreEnMainDuMateriel'],
  'Photo d’un papier': ['PrendreEnMainDuMateriel'],
  'Trouver un ordinateur à utiliser': ['PrendreEnMainDuMateriel'],
  'Carte SIM, forfait': ['PrendreEnMainDuMateriel'],
  'Installer une application': ['MaintenanceDeMateriel'],
  Application: ['MaintenanceDeMateriel'],
  'Une mise à jour': ['MaintenanceDeMateriel'],
  'Internet en panne à la maison': ['MaintenanceDeMateriel'],
  'Internet en panne': ['MaintenanceDeMateriel'],
  'Faire réparer un appareil': ['MaintenanceDeMateriel'],
  'Téléphone plein': ['GereSesContenusNumeriques'],
  'Garder ses photos en sûreté': ['GereSesContenusNumeriques'],
  'Signer un contrat, un devis en ligne': ['Bureautique'],
  'Faire ou garder un PDF': ['Bureautique'],
  'Apprendre un logiciel': ['Bureautique'],

  'S’actualiser à France Travail': ['InsertionProfessionnelle'],
  'France Travail, actualisation': ['InsertionProfessionnelle'],
  'France Travail, identifiants perdus': ['InsertionProfessionnelle'],
  'France Travail, identifiants': ['InsertionProfessionnelle'],
  'Mon compte formation': ['InsertionProfessionnelle'],
  'Faire un CV': ['InsertionProfessionnelle'],
  'Répondre à une annonce': ['InsertionProfessionnelle'],
  'Répondre à une offre': ['InsertionProfessionnelle'],
  'Pix, montrer ce que l’on sait': ['DiagnosticNumerique'],

  'SMS d’un colis, d’une amende': ['SecuriteNumerique'],
  'SMS d’un colis': ['SecuriteNumerique'],
  'Compte piraté': ['SecuriteNumerique'],
  'Compte ou page piraté': ['SecuriteNumerique'],
  'Compte volé': ['SecuriteNumerique'],
  'Écran bloqué, faux dépanneur': ['SecuriteNumerique'],
  'Ordinateur bloqué, fausse facture': ['SecuriteNumerique'],
  'Message ou mail suspect': ['SecuriteNumerique'],
  'Message suspect': ['SecuriteNumerique'],
  'Trop de mots de passe': ['SecuriteNumerique'],
  'Ce qu’Internet sait de moi': ['SecuriteNumerique'],
  'Paiement inconnu sur la carte': ['SecuriteNumerique', 'BanqueEtAchatsEnLigne'],
  'Appel d’un faux conseiller de la banque': ['SecuriteNumerique', 'BanqueEtAchatsEnLigne'],
  'Arnaque à l’achat ou au compte formation': ['SecuriteNumerique', 'BanqueEtAchatsEnLigne'],
  'Virement, faux conseiller, RIB changé': ['SecuriteNumerique', 'BanqueEtAchatsEnLigne'],
  'Banque, carte': ['SecuriteNumerique', 'BanqueEtAchatsEnLigne'],
  'Être payé à distance': ['BanqueEtAchatsEnLigne'],
  'Une vente qui tourne mal': ['BanqueEtAchatsEnLigne'],

  'Pronote, notes et devoirs': ['Parentalite'],
  'École, collège, notes': ['Parentalite'],
  'EduConnect, ouvrir le compte': about('FamilleScolarite', 'Parentalite'),
  EduConnect: about('FamilleScolarite', 'Parentalite'),
  'Contrôle parental': ['Parentalite'],
  'Téléphone de l’enfant': ['Parentalite'],
  'Le temps passé devant les écrans': ['Parentalite'],

  'Lire, écouter, regarder en ligne': ['NavigationSurInternet'],
  'Créer, dessiner, monter un film': ['CreerAvecLeNumerique'],
  'De belles photos, des textes': ['CreerAvecLeNumerique'],
  'L’intelligence artificielle': ['IntelligenceArtificielle'],
  'Reconnaître une fausse nouvelle': ['CultureNumerique'],

  'Un ordinateur': [],
  'Un ordinateur à petit prix': [],
  'Un téléphone ou une tablette': [],
  'Une aide pour payer': [],
  'Prendre des commandes en ligne': [],
  'Prendre des rendez-vous, des réservations': [],
  'La fiche, les horaires, les avis': [],
  'Un site à créer ou à reprendre': [],
};

/** ST-13: by the words of the theme in the scripts that ship; `null`: as its service. */
export const thematiquesOfTheme: ReadonlyMap<string, readonly CoopThematique[] | null> = new Map(
  Object.entries(byTheme),
);

/** ST-14: by the venue's kind in the standard's outside list. An association says nothing of what it does. */
export const redirectionOfKind: ReadonlyMap<string, CoopRedirection> = new Map([
  ...kinds('Administration', ['CC', 'CD', 'DEETS', 'DEPT', 'EPCI', 'MUNI', 'PREF', 'REG']),
  ...kinds('OperateurOuOrganismeEnCharge', ['CAF', 'CFP', 'CPAM', 'MDPH', 'MSA']),
  ...kinds('AideAuxDemarchesAdministratives', ['MSAP', 'PAD', 'PIMMS', 'RFS']),
  ...kinds('AideSociale', ['CADA', 'CCAS', 'CDAS', 'CHRS', 'CHU', 'CIAS', 'CIDFF', 'CMS', 'CS']),
  ...kinds('AideSociale', ['CSC', 'EVS', 'MDH', 'MDS', 'MQ', 'RS_FJT', 'UDAF']),
  ...kinds('InsertionProfessionnelle', ['ACI', 'AFPA', 'AI', 'CAP_EMPLOI', 'CCONS', 'EI', 'EITI']),
  ...kinds('InsertionProfessionnelle', ['ETTI', 'FT', 'GEIQ', 'MDE', 'ML', 'OF', 'PLIE']),
  ...kinds('MediationNumerique', ['BIB', 'EPN', 'FABLAB', 'TIERS_LIEUX']),
]);

function kinds(to: CoopRedirection, codes: readonly string[]): [string, CoopRedirection][] {
  return codes.map((code) => [code, to]);
}
