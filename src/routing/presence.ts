/** Whether an adviser takes calls, as they chose. That they are on a call is not said here: their call says it. */
export const presences = ['available', 'pause', 'off'] as const;
export type Presence = (typeof presences)[number];
