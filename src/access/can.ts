import type { Actor, Role } from './roles.ts';

/** What an action is about, as far as it decides who may. Absent: the action has no such side. */
export type Subject = {
  readonly territoryId?: string;
  readonly venueId?: string;
  /** The adviser who holds the call, or to whom it is offered. */
  readonly adviserId?: string | null;
};

/** How far a role reaches for an action. */
type Reach =
  /** Wherever it is. */
  | 'installation'
  /** In the account's territories. */
  | 'territory'
  /** The call that the account holds, or that is offered to it. */
  | 'own-call'
  /** The mediator's own venue. */
  | 'own-venue';

type Grant = Partial<Record<Role, Reach>>;

const everybody: Grant = {
  adviser: 'installation',
  mediator: 'installation',
  supervisor: 'installation',
  authority: 'installation',
  administrator: 'installation',
};

/** Who may do what, and how far. `'anyone'` includes people who are not signed in. */
const grants = {
  'health.read': 'anyone',
  'setup.read': 'anyone',
  'setup.create-administrator': 'anyone',
  'setup.open-demonstration': 'anyone',
  'session.sign-in': 'anyone',
  'session.sign-out': 'anyone',
  'desk.read': 'anyone',
  /** What RDV Service Public announces: its signature lets it in. */
  'rdv.announce': 'anyone',
  /** What a network that carries calls tells and asks: its signature lets it in. */
  'carrier.tell': 'anyone',
  'session.read': everybody,
  'operation.send': everybody,
  'change.read': everybody,
  'venue.read': everybody,
  'geography.read': everybody,
  'script.read': {
    adviser: 'installation',
    supervisor: 'installation',
    administrator: 'installation',
  },
  'script.edit': { supervisor: 'installation', administrator: 'installation' },
  'script.publish': { administrator: 'installation' },
  'line.change': { administrator: 'installation' },
  'line.read': { adviser: 'territory', supervisor: 'territory', administrator: 'installation' },
  /** Closes a line that has a queue, or opens it again. */
  'line.open': { supervisor: 'territory', administrator: 'installation' },
  'queue.read': { adviser: 'territory', supervisor: 'territory' },
  /** Sees who waits and who is free, and says who comes first. */
  'queue.lead': { supervisor: 'territory' },
  /** Where the line allows it; both are told. */
  'call.listen': { supervisor: 'territory' },
  'call.open': { adviser: 'territory', supervisor: 'territory' },
  'call.read': { adviser: 'own-call', supervisor: 'territory' },
  'call.take': { adviser: 'own-call', supervisor: 'own-call' },
  'call.write': { adviser: 'own-call', supervisor: 'own-call' },
  /** Hold, third parties, transfer, recording: whoever speaks on it. */
  'call.lead': { adviser: 'own-call', supervisor: 'own-call' },
  /** The list of what carriers keep of voices: each row is shown to who may hear or delete it. */
  'recording.read': {
    adviser: 'territory',
    supervisor: 'territory',
    administrator: 'installation',
  },
  /** What was said in a call, or left before it: for who holds the call, and who looks after the line. */
  'recording.hear': { adviser: 'own-call', supervisor: 'territory' },
  /** What a caller said to nobody: whoever may call them back. */
  'voicemail.hear': { adviser: 'territory', supervisor: 'territory' },
  /** Before its term. */
  'recording.delete': { supervisor: 'territory', administrator: 'installation' },
  /** Who may be brought into a call, and whether they are free. */
  'colleague.read': { adviser: 'territory', supervisor: 'territory' },
  'training.ring': { adviser: 'territory', supervisor: 'territory' },
  'presence.set': { adviser: 'installation', supervisor: 'installation' },
  /** A telephone of one's own at the desk: never another's. */
  'telephony.join': { adviser: 'own-call', supervisor: 'own-call' },
  'presence.read': { adviser: 'own-call', supervisor: 'installation' },
  'diary.read': { adviser: 'installation', supervisor: 'installation', mediator: 'own-venue' },
  'diary.write': { mediator: 'own-venue' },
  'slot.book': { adviser: 'own-call', supervisor: 'own-call' },
  'referral.send': { adviser: 'own-call', supervisor: 'own-call' },
  'referral.read': { adviser: 'own-call', supervisor: 'territory', mediator: 'own-venue' },
  'referral.wait': { adviser: 'own-call', supervisor: 'territory' },
  'referral.decide': { mediator: 'own-venue' },
  'referral.cancel': { adviser: 'own-call', supervisor: 'territory', mediator: 'own-venue' },
  /** What a person is told, and how: for who sent them, never for the venue. */
  'message.read': { adviser: 'own-call', supervisor: 'territory' },
  'message.send': { adviser: 'own-call', supervisor: 'territory' },
  'referral.move': { adviser: 'own-call', supervisor: 'territory', mediator: 'own-venue' },
  /** What the person answers and tells, to whoever speaks with them on the telephone. */
  'referral.follow': { adviser: 'own-call', supervisor: 'territory' },
  /** Who holds a link's address may do what it is for: see BO-51. */
  'link.use': 'anyone',
  'link.issue': { adviser: 'own-call', supervisor: 'territory' },
  'calendar.read': 'anyone',
  'calendar.issue': { mediator: 'own-venue' },
  'distance.measure': { mediator: 'own-venue' },
  'walk-in.record': { mediator: 'own-venue' },
  'walk-in.read': { mediator: 'own-venue' },
  /** A line a visit, in the words of La Coop: what its mediators would type there. */
  'visit.export': { mediator: 'own-venue' },
  'statistics.read': {
    authority: 'territory',
    supervisor: 'territory',
    administrator: 'installation',
  },
  /** How the questions do, not the advisers: for who looks after the line. */
  'override-rate.read': { supervisor: 'territory', administrator: 'installation' },
  /** A line a request, not for publication. */
  'statistics.export': { supervisor: 'territory', administrator: 'installation' },
  'venue.import': { administrator: 'installation' },
  'settings.read': everybody,
  'settings.change': { administrator: 'installation' },
  'account.manage': { administrator: 'installation' },
} as const satisfies Record<string, Grant | 'anyone'>;

/** Everything that somebody may be let do. */
export type Action = keyof typeof grants;
/** Every action, in the order of the table. */
export const actions = Object.keys(grants) as readonly Action[];

/** Whether `actor` may do `action` to `subject`. A scope that the subject does not name is refused. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const grant: Grant | 'anyone' = grants[action];
  if (grant === 'anyone') return true;
  if (actor.role === 'anonymous') return false;
  const reach = grant[actor.role];
  if (reach === undefined) return false;
  switch (reach) {
    case 'installation':
      return true;
    case 'territory':
      return inTerritory(actor.territories, subject.territoryId);
    case 'own-call':
      return subject.adviserId === actor.accountId;
    case 'own-venue':
      return actor.venueId !== null && subject.venueId === actor.venueId;
  }
}

function inTerritory(territories: readonly string[] | 'all', id: string | undefined): boolean {
  if (territories === 'all') return true;
  return id !== undefined && territories.includes(id);
}

/** Whether the role may do the action at all, to some subject: what a screen offers. */
export function mayEver(role: Role, action: Action): boolean {
  const grant: Grant | 'anyone' = grants[action];
  return grant === 'anyone' || grant[role] !== undefined;
}
