import { describe, expect, test } from 'vitest';
import { parseSolutionCard, type SolutionCard, solutionCardSearch } from '#src/script';
import { shippedFiles } from '../support/shipped-script.ts';

const cards = [...shippedFiles('solution-cards').values()].map((json): SolutionCard => {
  const card = parseSolutionCard(json);
  if (!card.ok) throw new Error(JSON.stringify(card.error));
  return card.value;
});
const search = solutionCardSearch(cards);
const found = (said: string) => search(said, 3).map(({ id }) => id);

describe('cards found by what callers say', () => {
  test.each([
    ['j’ai perdu mon mot de passe caf', 'caf-identifiants'],
    ['ameli marche plus', 'ameli-mot-de-passe'],
    ['photos disparues telefone', 'photos-a-garder'],
    ['la sécu me bloque mon compte', 'ameli-mot-de-passe'],
    ['code provisoire ameli', 'ameli-code-provisoire'],
    ['fransconnect refusé', 'franceconnect'],
    ['attestation caf pour la cantine', 'caf-attestation'],
    ['déclaration trimestrielle rsa', 'caf-declaration'],
    ['je dois faire ma déclaration d’impots', 'impots-declarer'],
    ['prélèvement a la source trop haut', 'impots-prelevement'],
    ['numero fiscal perdu', 'impots-numero-fiscal'],
    ['refaire mon permis', 'permis-de-conduire'],
    ['carte grise ANTS', 'carte-grise'],
    ['passeport perimé rendez vous mairie', 'carte-identite'],
    ['pole emploi actualisation', 'france-travail-actualisation'],
    ['identifiant pole emploi oublié', 'france-travail-identifiants'],
    ['piece jointe trop lourde', 'piece-jointe-trop-lourde'],
    ['prendre un papier en photo pour l’envoyer', 'joindre-un-document'],
    ['scaner avec le portable', 'numeriser-telephone'],
    ['ma messagerie est pleine', 'boite-mail-pleine'],
    ['mot de passe gmail', 'boite-mail-bloquee'],
    ['texto colis la poste', 'arnaque-sms-colis'],
    ['mail bizarre de la banque', 'message-suspect'],
    ['un conseiller de la banque m’a appelé', 'faux-conseiller-bancaire'],
    ['arnaque vinted', 'arnaque-achat'],
    ['arnaque cpf', 'arnaque-achat'],
    ['mise a jour bloquee', 'mise-a-jour'],
    ['imprimente', 'imprimante'],
    ['clé wifi', 'wifi'],
    ['plus d’internet la box clignote rouge', 'internet-en-panne'],
    ['appel visio avec mes petits enfants', 'appel-video'],
    ['telecharger une appli', 'installer-application'],
    ['stockage plein', 'telephone-plein'],
    ['controle parental tablette', 'controle-parental'],
    ['accepter les cookis', 'cookies'],
    ['faire un cv', 'cv'],
    ['ecole directe', 'pronote'],
    ['ordi reconditionné pas cher', 'ordinateur-solidaire'],
    ['cheque energie pas recu', 'cheque-energie'],
    ['garder mon numero en changeant d’operateur', 'carte-sim-portabilite'],
    ['tout remettre dans mon nouveau telephone', 'changer-de-telephone'],
    ['mot de passe google', 'compte-google-apple'],
    ['code sms que je recois pas', 'double-authentification'],
    ['hlm renouvellement', 'logement-social'],
    ['dossier aah', 'mdph'],
    ['attestation de retraite', 'retraite-espace'],
    ['rdv doctolib', 'medecin-en-ligne'],
    ['signer un contrat par internet', 'signature-electronique'],
    ['ouvrir un pdf', 'ouvrir-un-pdf'],
    ['facture électronique obligatoire', 'facture-electronique'],
    ['mon titre de sejour', 'titre-de-sejour'],
    ['ecran bloque microsoft virus', 'faux-depanneur'],
    ['on m’a hacké facebook', 'compte-pirate'],
  ])('"%s" finds %s', (said, card) => {
    expect(found(said)).toContain(card);
  });

  test.each(cards)('$id is found by each of its symptoms', ({ id, symptoms }) => {
    expect(symptoms.filter((symptom) => !found(symptom).includes(id))).toEqual([]);
  });

  test.each(['', '   ', 'je ne peux pas', 'xyzzyx'])(
    '"%s" says nothing that a card knows',
    (said) => {
      expect(search(said, 3)).toEqual([]);
    },
  );

  test('no more cards come than were asked for', () => {
    expect(search('mot de passe', 2)).toHaveLength(2);
  });
});
