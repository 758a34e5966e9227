import { scriptCheck } from './script-check.ts';
import { scriptDiff } from './script-diff.ts';
import { scriptExport } from './script-export.ts';
import { scriptGraph } from './script-graph.ts';
import { scriptImport } from './script-import.ts';
import { scriptRun } from './script-run.ts';

export const commands = [
  scriptCheck,
  scriptRun,
  scriptGraph,
  scriptImport,
  scriptExport,
  scriptDiff,
] as const;
