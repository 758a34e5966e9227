import { scriptCheck } from './script-check.ts';
import { scriptGraph } from './script-graph.ts';
import { scriptRun } from './script-run.ts';

export const commands = [scriptCheck, scriptRun, scriptGraph] as const;
