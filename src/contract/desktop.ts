import { z } from 'zod';

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
  /** How many referrals or calls wait, shown on the icon. */
  setBadge: { input: z.strictObject({ waiting: z.int().min(0).max(9_999) }), output: z.null() },
  /** While available, the machine may not suspend the desk: the next call must ring. */
  setPresence: { input: z.strictObject({ available: z.boolean() }), output: z.null() },
  version: {
    input: z.strictObject({}),
    output: z.strictObject({ aiguillage: z.string(), electron: z.string() }),
  },
} as const;

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
};
