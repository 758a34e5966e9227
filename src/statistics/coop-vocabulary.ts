/**
 * The vocabulary in which La Coop de la médiation numérique records what mediators do: its codes, and what it writes for them.
 *
 * Read in inclusion-numerique/coop-mediation-numerique at commit 0bcf4d2ccf34a7c5dd94189874cb205b0d95339a (and for the kind of
 * place 1eb18654f991ad12f3ec01739adf1b3c4ed2aa1d), under apps/web/src/features/activites/use-cases/cra. Its words are not ours
 * to better.
 */

/** How far the person does it alone. */
export const coopAutonomies = {
  EntierementAccompagne: 'Avec guidage',
  PartiellementAutonome: 'Autonome avec guidage en cas de besoin',
  Autonome: 'Autonome',
} as const;
export type CoopAutonomie = keyof typeof coopAutonomies;

/** What an administrative procedure is about. Each goes with `AideAuxDemarchesAdministratives`. */
export const coopProcedures = {
  PapiersElectionsCitoyennete: 'Papiers - Élections - Citoyenneté',
  FamilleScolarite: 'Famille - Scolarité',
  SocialSante: 'Social - Santé',
  TravailFormation: 'Travail - Formation - Entreprise',
  Logement: 'Logement',
  TransportsMobilite: 'Transports - Mobilité',
  ArgentImpots: 'Argent - Impôts',
  Justice: 'Justice',
  EtrangersEurope: 'Étrangers - Europe',
  LoisirsSportsCulture: 'Loisirs - Sports - Culture',
  Associations: 'Associations',
} as const;

/** What the help is about. */
export const coopThematiques = {
  DiagnosticNumerique: 'Diagnostic numérique',
  PrendreEnMainDuMateriel: 'Prendre en main du matériel',
  MaintenanceDeMateriel: 'Maintenance de matériel',
  GereSesContenusNumeriques: 'Gérer ses contenus numériques',
  NavigationSurInternet: 'Navigation sur internet',
  Email: 'E-mail',
  Bureautique: 'Bureautique',
  ReseauxSociaux: 'Réseaux sociaux communication',
  Sante: 'Santé',
  BanqueEtAchatsEnLigne: 'Banque et achats en ligne',
  Entrepreneuriat: 'Accompagner un professionnel',
  InsertionProfessionnelle: 'Insertion professionnelle',
  SecuriteNumerique: 'Prévention en sécurité numérique',
  Parentalite: 'Parentalité',
  ScolariteEtNumerique: 'Scolarité et numérique',
  CreerAvecLeNumerique: 'Créer avec le numérique',
  CultureNumerique: 'Culture numérique',
  IntelligenceArtificielle: 'Intelligence artificielle (IA)',
  AideAuxDemarchesAdministratives: 'Aide aux démarches administratives',
  ...coopProcedures,
} as const;
export type CoopThematique = keyof typeof coopThematiques;

/** What kind of structure the person is sent to. */
export const coopRedirections = {
  Administration: 'Administration (mairie, préfecture…)',
  MediationNumerique: 'Autre structure de médiation numérique',
  OperateurOuOrganismeEnCharge: 'Opérateur ou organisme en charge de la démarche administrative',
  AideSociale: 'Structure d’aide sociale (maison des solidarités, centre social…)',
  InsertionProfessionnelle:
    'Structure d’insertion professionnelle (France Travail, mission locale, chambre de commerce…)',
  AideAuxDemarchesAdministratives:
    'Structure d’aide aux démarches administratives (France Services…)',
  Autre: 'Autre',
} as const;
export type CoopRedirection = keyof typeof coopRedirections;

/** Of what is written down here, each is one person's. */
export const coopActivity = { code: 'Individuel', label: 'Accompagnement individuel' } as const;

/** Where somebody was helped. */
export const coopPlaces = {
  LieuActivite: 'Lieu d’activité',
  Domicile: 'À domicile',
  ADistance: 'À distance',
} as const;
export type CoopPlace = keyof typeof coopPlaces;
