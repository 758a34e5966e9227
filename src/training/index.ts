export {
  type CallEnd,
  type DebriefedStep,
  type Debriefing,
  debrief,
  type Pair,
  type StepState,
  type TrainedCall,
} from './debriefing.ts';
export { goodRun } from './good-run.ts';
export { type Persona, parsePersona, replyTo } from './persona.ts';
