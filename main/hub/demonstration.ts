import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Role } from '#src/access';
import { type AppointmentKind, type DiaryRules, usualRules } from '#src/booking';
import { hoursPlaceOf } from '#src/hours';
import { InvariantError, present } from '#src/kernel';
import { createAccount } from './auth/accounts.ts';
import { createFirstLines } from './auth/installation.ts';
import { openJournal } from './operations/journal.ts';
import type { Ports } from './ports.ts';
import type { Database, Transaction } from './storage/database.ts';
import { diary, installation, venue, venueSet } from './storage/schema.ts';

const departement = '48';
/** Where the invented mediator works: a real venue of the data that ships. */
const workplace = { communeCode: '48095', postcode: '48000', name: 'France services de Mende' };
const weekdays = [1, 2, 3, 4, 5];
const openings = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '15:30' },
];
const workshopDays = [2, 4];
const workshopTime = { from: '15:30', to: '17:00' };

/**
 * One line to write calls down, and one to practise each of the scripts that ship. Letters, text messages and pages for people are
 * signed with the first one's name.
 */
const lines = [
  {
    kind: 'manual',
    name: 'Coup de pouce 48',
    number: null,
    scriptId: 'general',
  },
  {
    kind: 'training',
    name: 'Coup de pouce 48, entraînement',
    number: '+33465710048',
    scriptId: 'general',
  },
  {
    kind: 'training',
    name: 'Coup de pouce 48, petites entreprises',
    number: '+33465710049',
    scriptId: 'petites-entreprises',
  },
  {
    kind: 'training',
    name: 'Coup de pouce 48, peu de français',
    number: '+33465710050',
    scriptId: 'peu-francophone',
  },
] as const;

const people: readonly { readonly role: Role; readonly name: string; readonly email: string }[] = [
  { role: 'adviser', name: 'Lucie Rey', email: 'lucie.rey@demonstration.invalid' },
  { role: 'mediator', name: 'Inès Cazal', email: 'ines.cazal@demonstration.invalid' },
  { role: 'supervisor', name: 'Sarah Belin', email: 'sarah.belin@demonstration.invalid' },
  { role: 'authority', name: 'Marc Roux', email: 'marc.roux@demonstration.invalid' },
  { role: 'administrator', name: 'Paul Astier', email: 'paul.astier@demonstration.invalid' },
];

/** The accounts that a demonstration shows its visitors, with their password. */
export const inventedEmails = people.map(({ email }) => email);

/**
 * Makes an empty database with imported venues a demonstration: one invented account a role, a territory with its lines,
 * and the diary of the mediator's venue. Does nothing where the installation is made.
 */
export async function seedDemonstration(database: Database, ports: Ports): Promise<void> {
  const journal = await openJournal(database);
  await journal.write(ports.clock(), async (tx) => {
    const password = randomBytes(9).toString('base64url');
    const made = await tx
      .insert(installation)
      .values({
        id: ports.newId(),
        kind: 'demonstration',
        name: 'Démonstration',
        createdAt: ports.clock(),
        demonstrationPassword: password,
      })
      .onConflictDoNothing()
      .returning({ id: installation.id });
    if (made.length === 0) return { value: null, changed: [] };
    const territoryId = await createFirstLines(tx, ports, {
      sponsor: 'Département de la Lozère (démonstration)',
      territory: { name: 'Lozère', departements: [departement] },
      lines,
    });
    const venueId = await findWorkplace(tx);
    await addAccounts(tx, ports, { password, territoryId, venueId });
    const diaryId = await addDiary(tx, ports, venueId);
    return { value: null, changed: [{ entity: 'diary', id: diaryId, venueId }] };
  });
  await journal.close();
}

async function findWorkplace(tx: Transaction): Promise<string> {
  const [found] = await tx
    .select({ id: venue.id })
    .from(venue)
    .innerJoin(venueSet, eq(venueSet.id, venue.setId))
    .where(
      and(
        eq(venueSet.state, 'current'),
        eq(venue.communeCode, workplace.communeCode),
        eq(venue.name, workplace.name),
        isNull(venue.shownAs),
      ),
    );
  return present(found, 'the data that ships has this venue, and is imported before').id;
}

async function addAccounts(
  tx: Transaction,
  ports: Ports,
  shared: { readonly password: string; readonly territoryId: string; readonly venueId: string },
): Promise<void> {
  for (const { role, name, email } of people) {
    const venueId = role === 'mediator' ? shared.venueId : null;
    const territoryIds = role === 'administrator' ? [] : [shared.territoryId];
    const account = await createAccount(
      tx,
      { name, email, role, password: shared.password, territoryIds, venueId },
      { id: ports.newId(), at: ports.clock() },
    );
    if (!account.ok) throw new InvariantError(`An invented account is refused: ${account.error}`);
  }
}

/** What the venue offers: an hour for one person on any working day, and a workshop every other afternoon of the week. */
async function addDiary(tx: Transaction, ports: Ports, venueId: string): Promise<string> {
  const diaryId = ports.newId();
  const place = hoursPlaceOf(workplace.communeCode, workplace.postcode);
  const alone: AppointmentKind = {
    id: ports.newId(),
    name: 'Accompagnement individuel',
    minutes: 60,
    restMinutes: 0,
    places: 1,
    where: ['venue', 'phone', 'video'],
  };
  const workshop: AppointmentKind = {
    id: ports.newId(),
    name: 'Atelier : premiers pas',
    minutes: 90,
    restMinutes: 15,
    places: 6,
    where: ['venue'],
  };
  const always = { since: null, until: null };
  const rules: DiaryRules = {
    ...usualRules,
    kinds: [alone, workshop],
    ranges: [
      ...weekdays.flatMap((weekday) =>
        openings.map((opening) => ({ weekday, ...opening, ...always, kindId: alone.id })),
      ),
      ...workshopDays.map((weekday) => ({
        weekday,
        ...workshopTime,
        ...always,
        kindId: workshop.id,
      })),
    ],
  };
  await tx.insert(diary).values({ id: diaryId, venueId, mediatorId: null, ...place, rules });
  return diaryId;
}
