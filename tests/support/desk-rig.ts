import pino from 'pino';
import { v7 } from 'uuid';
import type { z } from 'zod';
import {
  type Entity,
  type EntityView,
  entityViews,
  type OperationKind,
  type OperationPayload,
} from '#src/contract';
import { hashOf, present } from '#src/kernel';
import type { Persona } from '#src/training';
import { applyOperations } from '../../main/hub/operations/apply.ts';
import type { Account, Handlers } from '../../main/hub/operations/handler.ts';
import { createHandlers } from '../../main/hub/operations/handlers.ts';
import { type Journal, openJournal } from '../../main/hub/operations/journal.ts';
import { loadViews } from '../../main/hub/operations/views.ts';
import { systemPorts } from '../../main/hub/ports.ts';
import type { Queue } from '../../main/hub/queue/queue.ts';
import type { Database } from '../../main/hub/storage/database.ts';
import {
  line,
  scriptPublication,
  scriptVersion,
  sponsor,
  territory,
  user,
  userTerritory,
} from '../../main/hub/storage/schema.ts';
import { type LineCarriers, openLines } from '../../main/hub/telephony/open-lines.ts';
import { shippedModel } from './distance-model.ts';
import { handTimers } from './hand-timers.ts';
import { openDesks } from './open-desks.ts';
import { shortScript } from './short-script.ts';
import { putVenueSet } from './venue-sets.ts';
import { someVenue } from './venues.ts';

/** A Monday, nine in the morning in Mende. */
const morning = '2026-01-12T08:00:00.000Z';

export const persona: Persona = {
  id: 'jeanne',
  script: 'court',
  name: 'Jeanne Vidal',
  age: 71,
  number: '+33466490012',
  presents: 'Jeanne ne retrouve plus son mot de passe.',
  opening: 'Bonjour.',
  answers: {},
  default: { says: 'Je ne sais pas.', choice: 'nsp' },
  facts: ['Elle vit seule.'],
  expected: {
    end: { kind: 'script', outcome: 'unsolved', level: null },
    minutes: 5,
    avoid: [
      { words: 'simple', instead: 'pas à pas' },
      { words: 'vous devez', instead: 'je vous propose' },
    ],
  },
  communeCode: '48095',
  ringsForS: 20,
  hangsUpAfterS: 300,
};

/** Somebody for another script than that of the line. */
export const otherPersona: Persona = { ...persona, id: 'paul', script: 'autre' };

/** The same schemas, said so that an entity's schema goes with its view. */
const viewSchemas: { readonly [E in Entity]: z.ZodType<EntityView<E>> } = entityViews;

export type DeskRig = Awaited<ReturnType<typeof openRig>>;

/** The desks of one installation on an empty database: what they do, on a clock that is moved by hand. */
export async function openRig(database: Database, carriers: LineCarriers = {}) {
  const { timers, pass } = handTimers();
  let clock = morning;
  const ports = { ...systemPorts(pino({ level: 'silent' })), clock: () => clock };
  const personas = new Map([persona, otherPersona].map((known) => [known.id, known]));
  const journal = await openJournal(database);
  const place = await seed(database);
  const linesParts = { database, journal, ports, personas, timers, carriers };
  let lines = await openLines(linesParts);
  const handlersOn = (queue: Queue) =>
    createHandlers({ queue, personas, models: [shippedModel()], isRdvOn: true });
  let handlers = handlersOn(lines.queue);

  const actThrough =
    (
      through: () => {
        readonly database: Database;
        readonly journal: Journal;
        readonly handlers: Handlers;
      },
    ) =>
    async <Kind extends OperationKind>(
      actor: Account,
      kind: Kind,
      payload: OperationPayload<Kind>,
      id = v7(),
    ) => {
      const context = { ...through(), actor, clock: ports.clock };
      const [result] = await applyOperations(context, [{ id, kind, payload, at: clock }]);
      const answer = present(result, 'one operation has one result');
      return answer.status === 'refused' ? answer.code : answer.status;
    };

  return {
    ...place,
    database,
    journal,
    act: actThrough(() => ({ database, journal, handlers })),
    /** What desks do through another hub, over its own connections to the same database. */
    besides: async (other: Database) => {
      const otherJournal = await openJournal(other);
      const parts = { database: other, journal: otherJournal, handlers: handlersOn(lines.queue) };
      return { act: actThrough(() => parts), close: otherJournal.close };
    },
    queue: () => lines.queue,
    now: () => clock,
    /** Lets the clock and the lines go on. */
    pass: (seconds: number) => {
      clock = new Date(Date.parse(clock) + seconds * 1000).toISOString();
      pass(seconds * 1000);
    },
    /** The hub stops and starts again after so many seconds. */
    restart: async (seconds: number) => {
      await lines.close();
      clock = new Date(Date.parse(clock) + seconds * 1000).toISOString();
      lines = await openLines(linesParts);
      handlers = handlersOn(lines.queue);
    },
    /** The entity as the account's desk reads it; `null`: not in its scope. */
    see: async <E extends Entity>(actor: Account, entity: E, id: string) => {
      const views = await database.transaction((tx) => loadViews(tx, actor, entity, [id]));
      return viewSchemas[entity].nullable().parse(views.get(id) ?? null);
    },
    close: async () => {
      await lines.close();
      await journal.close();
    },
  };
}

/** An installation: two territories of one sponsor, two lines, accounts, a script and a venue with a mediator. */
async function seed(database: Database) {
  const document = shortScript();
  const script = { id: document.id, version: document.version, hash: hashOf(document) };
  const [sponsorId, lozere, gard] = [v7(), v7(), v7()];
  const manualLine = v7();
  const trainingLine = v7();
  const venueId = 'lieu-de-mende';
  const adviser = () => ({
    role: 'adviser' as const,
    accountId: v7(),
    territories: [lozere],
    venueId: null,
  });
  const [lucie, karim] = [adviser(), adviser()];
  const farAdviser = { ...adviser(), territories: [gard] };
  const supervisor = { ...adviser(), role: 'supervisor' as const };
  const mediator = { ...adviser(), role: 'mediator' as const, territories: [], venueId };
  const otherMediator = { ...mediator, accountId: v7(), venueId: 'lieu-de-florac' };
  const authority = { ...adviser(), role: 'authority' as const };
  const administrator = {
    ...adviser(),
    role: 'administrator' as const,
    territories: 'all' as const,
  };
  const accounts = {
    lucie,
    karim,
    farAdviser,
    supervisor,
    mediator,
    otherMediator,
    authority,
    administrator,
  };

  await database.transaction(async (tx) => {
    await tx.insert(sponsor).values({ id: sponsorId, name: 'Département de la Lozère' });
    await tx.insert(territory).values([
      { id: lozere, name: 'Lozère', departements: ['48'] },
      { id: gard, name: 'Gard', departements: ['30'] },
    ]);
    const paid = { sponsorId, territoryId: lozere, scriptId: document.id };
    await tx.insert(line).values([
      { id: manualLine, name: 'Ligne', number: null, kind: 'manual', ...paid },
      { id: trainingLine, name: 'Entraînement', number: null, kind: 'training', ...paid },
    ]);
    await tx.insert(scriptVersion).values({ ...script, document, ships: true });
    await tx.insert(scriptPublication).values({ hash: script.hash, at: morning });
    for (const [name, account] of Object.entries(accounts)) {
      await tx.insert(user).values({
        id: account.accountId,
        name,
        email: `${name}.${account.accountId}@exemple.invalid`,
        emailVerified: true,
        createdAt: new Date(morning),
        updatedAt: new Date(morning),
        role: account.role,
        venueId: account.venueId,
      });
      if (account.territories === 'all') continue;
      for (const territoryId of account.territories) {
        await tx.insert(userTerritory).values({ userId: account.accountId, territoryId });
      }
    }
    const everybody = Object.values(accounts).map(({ accountId }) => accountId);
    await openDesks(tx, everybody);
    const place = someVenue({ id: venueId, name: 'France services de Mende' });
    await putVenueSet(tx, [place], morning);
  });
  return { script, sponsorId, lozere, gard, manualLine, trainingLine, venueId, ...accounts };
}
