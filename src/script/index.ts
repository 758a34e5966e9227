export { checkScript } from './check.ts';
export { type CompiledScript, compileScript, type ScriptReference } from './compile.ts';
export {
  parseScript,
  type ScriptDocument,
  type ScriptOutcome,
  scriptOutcomes,
} from './document.ts';
export {
  type Beneficiary,
  type CallWish,
  callWishes,
  type Facts,
  type Resolution,
} from './facts.ts';
export type { Finding, FindingCode } from './findings.ts';
export { unknownOption } from './ids.ts';
export { scoreAnswers } from './path.ts';
export { type Persona, parsePersona } from './persona.ts';
export {
  type AnswerValue,
  answerLabel,
  type Option,
  type OptionKey,
  type Question,
  type StepKind,
} from './questions.ts';
export { findRepeatedKeys } from './repeated-keys.ts';
export {
  checkAnswer,
  type LoggedAnswer,
  type PathStep,
  runScript,
  type ScriptRun,
  type Step,
} from './run.ts';
export { parseSolutionCard, type SolutionCard } from './solution-card.ts';
