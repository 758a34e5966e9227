import { z } from 'zod';
import { chosenPresences } from '#src/routing';

const nothing = z.strictObject({});

/** What can be done to a call from any program, and the keys that do it: no French keyboard writes with them. */
export const globalKeys = {
  answer: 'Ctrl+Shift+F8',
  hold: 'Ctrl+Shift+F9',
  'hang-up': 'Ctrl+Shift+F10',
} as const;
const globalKey = z.enum(['answer', 'hold', 'hang-up']);
export type GlobalKey = z.infer<typeof globalKey>;

/** The sign beside the clock and its menu, in the words of the desk. */
const trayMenu = z.strictObject({
  /** What the adviser is, in words. */
  says: z.string().max(100),
  choices: z
    .array(
      z.strictObject({
        presence: z.enum(chosenPresences),
        label: z.string().max(100),
        isChosen: z.boolean(),
      }),
    )
    .max(chosenPresences.length),
  open: z.string().max(100),
  quit: z.string().max(100),
});
export type TrayMenu = z.infer<typeof trayMenu>;

/**
 * What the desk may ask of the desktop shell, where it runs in one: `window.aiguillage`.
 *
 * The main process checks every input against this table, and both ends take their types from it.
 */
export const desktopMethods = {
  /** Brings the window in front of the others: the line rings, or someone clicked a notification. */
  bringForward: {
    input: z.strictObject({ reason: z.enum(['line-rings', 'notification']) }),
    output: z.null(),
  },
  /** Its entry in the task bar flashes, and the window stays where it is. */
  flash: { input: nothing, output: z.null() },
  /** How many referrals or calls wait, shown on the icon. */
  setBadge: { input: z.strictObject({ waiting: z.int().min(0).max(9_999) }), output: z.null() },
  /** While available, the machine may not suspend the desk: the next call must ring. */
  setPresence: { input: z.strictObject({ available: z.boolean() }), output: z.null() },
  /** The sign beside the clock; `null` takes it away: nobody who takes calls is signed in. */
  setTray: { input: z.strictObject({ menu: trayMenu.nullable() }), output: z.null() },
  /** Which keys answer in every program from now on; gives those that another program holds. */
  setKeys: {
    input: z.strictObject({ keys: z.array(globalKey).max(3) }),
    output: z.strictObject({ refused: z.array(globalKey) }),
  },
  /** Whether telephone links of other programs open here; `null` asks. Gives what is so afterwards. */
  phoneLinks: {
    input: z.strictObject({ open: z.boolean().nullable() }),
    output: z.strictObject({ open: z.boolean() }),
  },
  /** The number of the last such link, once. */
  takeNumber: { input: nothing, output: z.strictObject({ number: z.string().nullable() }) },
  version: {
    input: nothing,
    output: z.strictObject({ aiguillage: z.string(), electron: z.string() }),
  },
} as const;

/** What the shell tells the desk by itself. `number-waits`: `takeNumber` gives it. */
export type DesktopEvent =
  | { readonly kind: 'key-pressed'; readonly key: GlobalKey }
  | { readonly kind: 'presence-chosen'; readonly presence: (typeof chosenPresences)[number] }
  | { readonly kind: 'number-waits' };

/** What can be asked of the shell. */
export type DesktopMethod = keyof typeof desktopMethods;
/** What is given with it. */
export type DesktopInput<Method extends DesktopMethod> = z.infer<
  (typeof desktopMethods)[Method]['input']
>;
/** What comes back. */
export type DesktopOutput<Method extends DesktopMethod> = z.infer<
  (typeof desktopMethods)[Method]['output']
>;

/** `window.aiguillage`, as the preload makes it. Absent in a browser. */
export type DesktopBridge = {
  readonly [Method in DesktopMethod]: (
    input: DesktopInput<Method>,
  ) => Promise<DesktopOutput<Method>>;
} & {
  /** Calls `listener` with each event. Gives the way to stop. */
  readonly watch: (listener: (event: DesktopEvent) => void) => () => void;
};
