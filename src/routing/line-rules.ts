/** What carries the calls of a line: another telephone, nothing at all (practice), or a network. */
export const lineKinds = ['manual', 'training', 'twilio', 'sip'] as const;
export type LineKind = (typeof lineKinds)[number];

/** The lines whose calls come by the desk's own telephone: they wait, and can be held, passed on and recorded. */
export const networkKinds = ['twilio', 'sip'] as const satisfies readonly LineKind[];

/** Whether it is one of them. */
export function isOnNetwork(kind: LineKind): kind is (typeof networkKinds)[number] {
  return networkKinds.some((network) => network === kind);
}

/** Whether its conversations can be recorded and listened to: what carries SIP does neither. */
export function canBeHeard(kind: LineKind): boolean {
  return kind === 'twilio';
}

/** Whose end of a call it is. */
export const legRoles = ['caller', 'adviser', 'party', 'listener'] as const;

/** What an end of a call does. */
export const legStates = ['ringing', 'joined', 'ended'] as const;
export type LegState = (typeof legStates)[number];

/** From `afterS` seconds of waiting on, advisers of these territories are asked too; `'all'`: of every one. */
export type Widening = {
  readonly afterS: number;
  readonly territories: readonly string[] | 'all';
};

/** What becomes of a call that nobody will answer: never silence. */
export const unansweredWays = ['call-back', 'voicemail'] as const;
export type UnansweredWay = (typeof unansweredWays)[number];

/** How the calls of a line wait and ring, as who pays for it wants. Durations in seconds. */
export type LineRules = {
  /** What whoever takes its calls must know, in the cooperative's own words. */
  readonly skills: readonly string[];
  /** Languages that it answers in, as BCP 47 tags; the first one where the caller chose none. */
  readonly languages: readonly string[];
  /** Its own territory is asked at once; the others by these steps, `afterS` rising. */
  readonly widening: readonly Widening[];
  /** How long it rings at one desk. */
  readonly offerS: number;
  /** How long an adviser may write up, and by how much they may put it off at a time. */
  readonly wrapUpS: number;
  readonly extensionS: number;
  /** After how long, and with how many already waiting, a caller is offered something else than to wait. */
  readonly overflowS: number;
  readonly mostWaiting: number;
  readonly unanswered: UnansweredWay;
  /** When it answers, as OpenStreetMap writes opening hours; holidays as said there. */
  readonly hours: string;
  /** What is said to who calls: first, and outside the hours. */
  readonly greeting: string;
  readonly closed: string;
  /** Whether conversations are recorded, and for how many days; `null`: never. The law wants it announced. */
  readonly recordingDays: number | null;
  /** Whether a supervisor may listen. It is announced to both. */
  readonly isListenedTo: boolean;
  /** Within how many seconds a call should be answered: the service level's. */
  readonly answerWithinS: number;
};

/** What a new line begins with. */
export const usualLineRules: LineRules = {
  skills: [],
  languages: ['fr'],
  widening: [{ afterS: 30, territories: 'all' }],
  offerS: 20,
  wrapUpS: 120,
  extensionS: 60,
  overflowS: 300,
  mostWaiting: 50,
  unanswered: 'call-back',
  hours: 'Mo-Fr 09:00-12:30,13:30-17:30; PH off',
  greeting: 'Bonjour, vous êtes bien au service d’aide numérique. Un conseiller va vous répondre.',
  closed: 'Bonjour. Notre service est fermé pour le moment. Nous pouvons vous rappeler.',
  recordingDays: null,
  isListenedTo: false,
  answerWithinS: 80,
};
