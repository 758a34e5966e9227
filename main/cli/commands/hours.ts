import { hoursAt } from './hours-at.ts';
import { hoursParse } from './hours-parse.ts';

export const commands = [hoursAt, hoursParse] as const;
