export { checkScript } from './check.ts';
export { longestSay, valuesOf } from './check-questions.ts';
export { checkNumber, checkVersion, isLaterVersion } from './check-version.ts';
export type { CompiledScript } from './compile.ts';
export { compileScript } from './compile-checked.ts';
export { readCsv, writeCsv } from './csv.ts';
export { type ScriptChange, scriptDifference } from './difference.ts';
export type { ExitName, Setting, SettingPart } from './difference-nodes.ts';
export { neededVersion } from './difference-version.ts';
export { type DistanceSoFar, distanceSoFar } from './distance-so-far.ts';
export { parseScript, type ScriptDocument, scriptOutcomes } from './document.ts';
export { scriptGraph } from './dot.ts';
export {
  type CallWish,
  callWishes,
  type Fact,
  type Facts,
  facts,
  type Resolution,
  resolutions,
} from './facts.ts';
export type { Finding } from './findings.ts';
export { ownNode, shortId } from './ids.ts';
export { type CallImpact, callImpact, sumImpacts } from './impact.ts';
export {
  type AnswerValue,
  answerLabel,
  type Option,
  type Question,
  readTyped,
} from './questions.ts';
export { sayingSeconds, wordsPerMinute } from './readability.ts';
export { findRepeatedKeys } from './repeated-keys.ts';
export {
  checkAnswer,
  type LoggedAnswer,
  outcomeAfter,
  type PathStep,
  runScript,
  type ScriptRun,
  type Step,
} from './run.ts';
export { type LineRun, runLine } from './run-line.ts';
export { type SayingTimes, sayingTimes } from './saying-time.ts';
export { type CellFinding, readSheet, type SheetCode, writeSheet } from './sheet.ts';
export {
  type InvalidFile,
  parseFile,
  parseSolutionCard,
  type SolutionCard,
} from './solution-card.ts';
export { solutionCardSearch } from './solution-card-search.ts';
export { linkScript, scriptsRun } from './sub-scripts.ts';
export { transitionsOf } from './transitions.ts';
export { plainWorkbook, workbookRows, workbookSheet } from './workbook.ts';
