import type { BrowserContext, Page } from 'playwright-core';
import type { Role } from '#src/access';
import type { LetterView, OverrideRatesView } from '#src/contract';
import { present } from '#src/kernel';
import { personFacts } from '../support/person-facts.ts';
import { readChanges } from '../support/read-changes.ts';

/** A screen of the desk in one of its states. */
export type State = {
  readonly name: string;
  readonly role: Role;
  /** Where the screen is; made with the desk's own account where it needs a call of its own. */
  readonly path: string | ((desk: Desk) => Promise<string>);
  /** Before the address is opened: what the hub is made to answer. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** The desk's clock is so many days ahead of the hub's: it is then a browser of its own. */
  readonly daysAhead?: number;
  /** Brings the screen from its address into the state, and waits for it. */
  readonly into: Step;
};
export type Desk = { readonly context: BrowserContext; readonly address: string };
type Step = (page: Page) => Promise<unknown>;

export const text =
  (words: string | RegExp): Step =>
  (page) =>
    page.getByText(words).first().waitFor();
export const heading =
  (name: string | RegExp): Step =>
  (page) =>
    page.getByRole('heading', { name }).first().waitFor();
/** The hub answers so at that address, from now on in this page. */
export const answering =
  (path: string, answer: unknown): Step =>
  (page) =>
    page.route(`**${path}`, (route) => route.fulfill({ json: answer }));
export const broken =
  (path: string): Step =>
  (page) =>
    page.route(`**${path}`, (route) => route.abort());
export const endless =
  (path: string): Step =>
  (page) =>
    page.route(`**${path}`, () => undefined);

export const dialog: Step = (page) => page.getByRole('dialog').waitFor();
export const key =
  (name: string): Step =>
  (page) =>
    page.keyboard.press(name);
export const button =
  (name: string | RegExp): Step =>
  (page) =>
    page.getByRole('button', { name }).first().click();
export const option =
  (name: string | RegExp): Step =>
  (page) =>
    page.getByRole('option', { name }).first().click();
const account: Step = (page) => page.locator('.rail-account').click();
const menuItem =
  (name: string | RegExp): Step =>
  (page) =>
    page.getByRole('menuitem', { name }).click();
export const steps =
  (...each: readonly Step[]): Step =>
  async (page) => {
    for (const step of each) await step(page);
  };

const mediator = { role: 'mediator', path: '/mediateur' } as const;
const hours = { role: 'mediator', path: '/disponibilites' } as const;
const figures = { role: 'authority', path: '/chiffres' } as const;
const letter = {
  role: 'adviser',
  path: '/courrier/0198a6a4-0000-7000-8000-000000000001',
} as const;
const letterInArabic = {
  kind: 'confirmation',
  state: 'shown',
  language: 'ar',
  to: 'Madame Odile Vernhet\n12 rue des Essais\n48000 Mende',
  venueId: 'nulle-part',
  facts: personFacts,
} satisfies LetterView;
const accounts = { role: 'administrator', path: '/comptes' } as const;
const venues = { role: 'authority', path: '/lieux' } as const;
const home = { role: 'adviser', path: '/appel' } as const;
const moreActs = button(/^Autres gestes/);
const followUp = { role: 'adviser', path: '/suivi' } as const;
const outbox = { role: 'adviser', path: '/messages' } as const;

const rate = { model: 'rte@0.1.0', asked: 120, corrected: 0.25, nearer: 0.15, farther: 0.1 };
const corrections: OverrideRatesView = {
  from: '2026-11-01',
  to: '2026-11-30',
  demonstration: true,
  computedAt: '2026-11-24T09:00:00.000Z',
  questions: [
    { ...rate, question: 'internet', reasons: [{ reason: 'says-less', share: 0.6 }] },
    { ...rate, question: 'banque', asked: null, nearer: null, farther: null, reasons: [] },
  ],
};

export const beforeTheFirstCall: readonly State[] = [
  { name: 'the adviser’s home', ...home, into: heading('Bonjour Lucie') },
  { name: 'a call to enter', ...home, into: steps(button(/^Saisir un appel/), dialog) },
  {
    name: 'a call to enter with a wrong number',
    ...home,
    into: steps(
      button(/^Saisir un appel/),
      (page) => page.getByLabel('Numéro de la personne').fill('12'),
      button('Commencer'),
      text(/Un numéro court|Ce numéro n’est pas complet/),
    ),
  },
  { name: 'nobody to follow', ...followUp, into: text('Aucune orientation pour l’instant') },
  { name: 'no message', ...outbox, into: text('Aucun message') },
  { name: 'no request', ...mediator, into: text('Aucune demande pour l’instant') },
  { name: 'no call to count', ...figures, into: text('Aucun appel clos sur cette période') },
  {
    name: 'an address without a screen',
    role: 'adviser',
    path: '/rien',
    into: text('Il n’y a rien à cette adresse'),
  },
];

const inbox = heading(/Jean-Baptiste/);

/** ME-31: it is looked each minute what is due. */
const messagesLookedAt: Step = (page) =>
  page.getByText('À envoyer à la main').first().waitFor({ timeout: 90_000 });

/** The desk's clock stands ten minutes after the first accepted appointment began. */
const atAnAppointment: Step = async (page) => {
  const changes = await readChanges(page.request, new URL(page.url()).origin);
  const starts = changes.flatMap(({ entity, value }) =>
    entity === 'referral' && value?.state === 'accepted' ? (value.appointment?.start ?? []) : [],
  );
  const start = present(starts[0], 'a line that has worked has an appointment');
  await page.clock.setFixedTime(Date.parse(start) + 10 * 60_000);
  await page.reload();
};
const searched = steps(
  (page) => page.getByRole('combobox').fill('mende'),
  option(/^Mende/),
  (page) => page.locator('.venue-row').nth(3).waitFor(),
);

const firstVenue: Step = (page) => page.locator('.venue-row').first().press('Enter');

/** A day so many days ahead, as a field of the browser takes it. */
const dayAhead = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens the measure of somebody whom the venue received, from its first question, and answers it with these keys. */
function measuring(...answers: readonly string[]): Step {
  return steps(
    option(/Odile Vernhet/),
    text(/^Acceptée le/),
    key('Alt+m'),
    dialog,
    text(/Question précédente/),
    // What another state answered is kept on this desk.
    ...Array.from({ length: 4 }, () => key('Backspace')),
    text(/Êtes-vous d’accord pour que nous refassions le point/),
    ...answers.map(key),
  );
}

export const onABusyLine: readonly State[] = [
  { name: 'people to follow', ...followUp, into: text('Refusée') },
  { name: 'a referral to cancel', ...followUp, into: steps(moreActs, menuItem('Annuler'), dialog) },
  {
    name: 'what else may be done of a referral',
    ...followUp,
    into: steps(moreActs, (page) => page.getByRole('menu').waitFor()),
  },
  {
    name: 'links to hand over',
    ...followUp,
    into: steps(moreActs, menuItem('Liens'), text('Aucun lien en cours.')),
  },
  {
    name: 'somebody to write to in another way',
    ...followUp,
    into: steps(moreActs, menuItem('Messages à la personne'), dialog),
  },
  {
    name: 'the account’s menu',
    ...followUp,
    into: steps(account, (page) => page.getByRole('menu').waitFor()),
  },
  { name: 'signing out', ...followUp, into: steps(account, menuItem(/Se déconnecter/), dialog) },
  { name: 'messages to hand over', ...outbox, into: messagesLookedAt },
  {
    name: 'a message as it is read',
    ...outbox,
    into: steps(messagesLookedAt, button('Lire'), text(/Pour changer ou annuler/)),
  },
  {
    name: 'an appointment of today',
    ...mediator,
    daysAhead: 0,
    into: steps(atAnAppointment, text('en ce moment')),
  },
  { name: 'a request', ...mediator, into: inbox },
  {
    name: 'a request with its answers',
    ...mediator,
    into: steps(inbox, (page) => page.getByText('Les réponses').click()),
  },
  {
    name: 'a refused request',
    ...mediator,
    into: steps(option(/Amina Castan/), text(/^Refusée le/)),
  },
  { name: 'a refusal', ...mediator, into: steps(inbox, key('r'), dialog) },
  { name: 'other times to propose', ...mediator, into: steps(inbox, key('p'), dialog) },
  { name: 'somebody without an appointment', ...mediator, into: steps(inbox, key('e'), dialog) },
  {
    name: 'the month of a venue',
    ...mediator,
    into: steps(inbox, button('Mois pour La Coop'), dialog),
  },
  { name: 'a cancellation', ...mediator, into: steps(inbox, key('x'), dialog) },
  {
    name: 'appointments of which nothing was said',
    ...mediator,
    daysAhead: 21,
    into: text('Venu ou absent ?'),
  },
  {
    name: 'people of whom nothing is heard',
    ...followUp,
    daysAhead: 21,
    into: text('Rappeler la personne'),
  },
  { name: 'an agreement to be measured again', ...mediator, into: measuring() },
  {
    name: 'nobody measured again',
    ...mediator,
    into: steps(measuring('2'), text('La personne préfère ne pas refaire le point.')),
  },
  {
    name: 'a question of a new measure',
    ...mediator,
    into: steps(measuring('1'), text(/avez-vous utilisé Internet/)),
  },
  {
    name: 'a level found again',
    ...mediator,
    into: steps(measuring('1', '3'), text('Niveau trouvé')),
  },
  {
    name: 'the levels found of one person',
    ...mediator,
    into: steps(measuring('1', '3'), text('Niveau trouvé'), key('Enter'), text('Ses niveaux')),
  },
  { name: 'the shortcuts', ...mediator, into: steps(inbox, key('?'), dialog) },
  {
    name: 'an act that the hub refused',
    ...mediator,
    into: steps(inbox, refuseNextAct, key('a'), text('Le serveur n’a pas accepté')),
  },
  {
    name: 'a calendar’s new address',
    ...hours,
    into: steps(button(/^(Créer|Changer) l’adresse/), text(/^Copiez-la maintenant/)),
  },
  { name: 'the hours of a venue', ...hours, into: text('Lundi') },
  {
    name: 'a range that is being drawn',
    ...hours,
    into: steps(
      (page) => page.locator('#week-6-540').click(),
      key('Enter'),
      key('ArrowDown'),
      text(/^Début à 9/),
    ),
  },
  {
    name: 'a kind of appointment',
    ...hours,
    into: steps((page) => page.getByText(/60 min$/).click(), text('Pause après')),
  },
  {
    name: 'hours that overlap',
    ...hours,
    into: steps(async (page) => {
      await page.getByText('Taper les heures').click();
      await page
        .getByRole('spinbutton', { name: /lundi, de/i })
        .nth(2)
        .click();
      await page.keyboard.type('11');
    }, text('Deux plages de ce jour se recouvrent.')),
  },
  {
    name: 'an absence over appointments',
    ...hours,
    into: steps(
      button('Ajouter une absence'),
      (page) => page.getByLabel('Premier jour d’absence').fill(dayAhead(0)),
      (page) => page.getByLabel('Dernier jour d’absence').fill(dayAhead(30)),
      text(/déjà pris .* plus dans vos plages/),
    ),
  },
  { name: 'figures', ...figures, into: text('Ce que deviennent les demandes') },
  {
    name: 'how a level is worked out',
    role: 'authority',
    path: '/niveau',
    into: heading('Ce que vaut ce niveau'),
  },
  {
    name: 'figures with a file to take along',
    role: 'supervisor',
    path: '/chiffres',
    into: text('Fichier pour La Coop'),
  },
  {
    name: 'levels corrected, by question',
    role: 'supervisor',
    path: '/chiffres',
    before: answering('/api/statistics/overrides?*', corrections),
    into: text('Dit moins que ce qui est fait, 60'),
  },
  { name: 'a definition', ...figures, into: steps(button(/^Définition : Orientations/), dialog) },
  {
    name: 'figures on chosen dates',
    ...figures,
    into: steps(button(/Période/), option('des dates choisies'), (page) =>
      page.getByLabel('Du').waitFor(),
    ),
  },
  {
    name: 'figures on their way',
    ...figures,
    before: endless('/api/statistics?*'),
    into: steps(heading('La ligne en bref'), text('Chargement…')),
  },
  {
    name: 'figures that cannot be read',
    ...figures,
    before: broken('/api/statistics?*'),
    into: text('Les chiffres n’ont pas pu être lus'),
  },
  {
    name: 'figures read a while ago',
    ...figures,
    into: steps(
      text('Ce que deviennent les demandes'),
      broken('/api/statistics?*'),
      button('Actualiser'),
      text(/peut avoir changé/),
    ),
  },
  { name: 'accounts', ...accounts, into: text('ines.cazal@demonstration.invalid') },
  {
    name: 'an account half filled in',
    ...accounts,
    into: steps(button('Ajouter un compte'), text('À remplir')),
  },
  {
    name: 'accounts that cannot be read',
    ...accounts,
    before: broken('/api/accounts'),
    into: text('Les comptes n’ont pas pu être lus'),
  },
  { name: 'preferences', ...accounts, into: steps(account, menuItem('Préférences'), dialog) },
  { name: 'venues before a commune', ...venues, into: text('De quelle commune partons-nous') },
  { name: 'venues around a commune', ...venues, into: searched },
  {
    name: 'a venue',
    ...venues,
    into: steps(searched, firstVenue, (page) => page.locator('.venues-page-card h2').waitFor()),
  },
  {
    name: 'the filters of venues',
    ...venues,
    into: steps(searched, button(/^Filtres/), (page) =>
      page.getByRole('checkbox', { name: 'Gratuit', exact: true }).press('Space'),
    ),
  },
  {
    name: 'no venue with these filters',
    ...venues,
    into: steps(
      searched,
      button(/^Filtres/),
      (page) => page.getByRole('checkbox', { name: 'Payant', exact: true }).press('Space'),
      text('Aucune fiche ne dit tout cela'),
    ),
  },
  {
    name: 'a territory overseas',
    ...venues,
    into: steps(button('La Réunion'), (page) => page.locator('.map-cluster').nth(3).waitFor()),
  },
  {
    name: 'venues of a territory without a map',
    ...venues,
    into: steps(
      (page) => page.getByRole('combobox').fill('nouméa'),
      option(/^Nouméa/),
      text('Pas de fond de carte pour ce territoire'),
    ),
  },
  {
    name: 'a point of the map',
    ...venues,
    into: steps(searched, button('Partir d’un point de la carte'), text('Cliquez sur un point')),
  },
  {
    name: 'the sheet of a venue',
    ...venues,
    into: steps(
      searched,
      firstVenue,
      (page) => page.getByRole('link', { name: 'Fiche à imprimer' }).click(),
      (page) => page.getByLabel('Destinataire').fill('Madame Odile Vernhet\n12 rue des Essais'),
    ),
  },
  {
    name: 'the sheet of a venue that is no more',
    role: 'authority',
    path: '/lieux/nulle-part/fiche',
    into: text('Ce lieu n’est plus dans la liste'),
  },
  {
    name: 'a letter in two languages',
    ...letter,
    before: answering('/api/messages/*/letter', letterInArabic),
    into: text('En français'),
  },
  {
    name: 'ME-33 a letter taken back',
    ...letter,
    before: answering('/api/messages/*/letter', { ...letterInArabic, state: 'superseded' }),
    into: text('À ne plus envoyer'),
  },
  {
    name: 'a letter that cannot be read',
    ...letter,
    before: broken('/api/messages/*/letter'),
    into: text('Le courrier n’a pas pu être lu'),
  },
  {
    name: 'no network',
    ...followUp,
    into: steps(text('Refusée'), (page) => page.context().setOffline(true), text('Hors ligne')),
  },
];

/** The next act is answered as somebody else's having come first. */
async function refuseNextAct(page: Page): Promise<void> {
  await page.route('**/api/operations', async (route) => {
    const sent: { readonly operations: readonly { readonly id: string }[] } = route
      .request()
      .postDataJSON();
    const results = sent.operations.map(({ id }) => ({
      id,
      status: 'refused',
      code: 'already-decided',
    }));
    await route.fulfill({ json: { results } });
  });
}
