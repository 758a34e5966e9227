import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerValue, type LevelPoint, type ReferralView } from '#src/contract';
import { type DistanceAnswers, explainLevel, type Level } from '#src/distance';
import { distanceSoFar, type LoggedAnswer, runScript } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { QuestionPanel } from '../../../script/question-panel.tsx';
import { useDesk } from '../../../storage/desk.tsx';
import { type Draft, useDraft } from '../../../storage/draft.ts';
import { shippedModel } from '../../../storage/shipped-model.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LevelExplained } from '../../../ui/level-explained.tsx';
import { LevelPath } from '../../../ui/level-path.tsx';
import { LoadingState } from '../../../ui/states.tsx';
import { agreement, measureScript } from './measure-script.ts';
import './measure.css';

const script = measureScript(shippedModel);

const givenAnswers = z.array(
  z.object({ question: z.string(), value: answerValue, at: z.string() }),
);
type GivenAnswers = z.infer<typeof givenAnswers>;

type MeasureProps = { readonly referral: ReferralView; readonly onClose: () => void };

/** The questions of the distance again, at the venue; what is answered is kept on this desk until it is saved. */
export function MeasureDialog(props: MeasureProps) {
  const { levelPath } = useMessages();
  const { referral, onClose } = props;
  const draft = useDraft(`measure:${referral.id}`, givenAnswers);
  return (
    <Dialog
      title={levelPath.measure.title(referral.summary.person.name)}
      width="wide"
      onClose={onClose}
    >
      {draft === undefined ? <LoadingState /> : <Measure {...props} draft={draft} />}
    </Dialog>
  );
}

function Measure(props: MeasureProps & { readonly draft: Draft<GivenAnswers> }) {
  const { call, levelPath } = useMessages();
  const { draft } = props;
  const answers = draft.value ?? [];
  const run = runScript(script, answers);
  if (run.outcome !== null) {
    return run.facts.consent === true ? (
      <Found {...props} answers={answers} />
    ) : (
      <Refused {...props} />
    );
  }
  return (
    <div className="measure">
      <QuestionPanel
        step={run.current}
        before={null}
        isRevising={false}
        onFollow={() => undefined}
        orientation={null}
        onAnswer={(value) =>
          draft.write((before) => [
            ...(before ?? []),
            {
              question: run.current.question,
              value: typeof value === 'string' ? value : [...value],
              at: new Date().toISOString(),
            },
          ])
        }
      />
      <footer className="measure-foot">
        <PreviousButton draft={draft} label={call.ask.previous} />
        <p className="small quiet">{levelPath.measure.keptHere}</p>
      </footer>
    </div>
  );
}

/** Takes the last answer back. */
function PreviousButton(props: { readonly draft: Draft<GivenAnswers>; readonly label: string }) {
  const { draft } = props;
  return (
    <Button
      variant="quiet"
      icon="back"
      shortcut="Backspace"
      isDisabled={(draft.value ?? []).length === 0}
      onPress={() => draft.write((before) => (before ?? []).slice(0, -1))}
    >
      {props.label}
    </Button>
  );
}

function Refused({ draft, onClose }: MeasureProps & { readonly draft: Draft<GivenAnswers> }) {
  const { call, levelPath } = useMessages();
  return (
    <div className="measure">
      <p>
        <strong>{levelPath.measure.refused}</strong>
      </p>
      <p>{levelPath.measure.refusedSafe}</p>
      <footer className="measure-foot">
        <PreviousButton draft={draft} label={call.ask.previous} />
        <Button
          variant="primary"
          size="call"
          shortcut="Enter"
          autoFocus
          onPress={() => {
            void draft.forget();
            onClose();
          }}
        >
          {levelPath.measure.close}
        </Button>
      </footer>
    </div>
  );
}

/** The level with its why, beside those of before; one key saves it. */
function Found(
  props: MeasureProps & {
    readonly draft: Draft<GivenAnswers>;
    readonly answers: readonly LoggedAnswer[];
  },
) {
  const { call, levelPath } = useMessages();
  const { act } = useDesk();
  const { referral, draft, answers } = props;
  const found = distanceSoFar(script, runScript(script, answers));
  const agreedAt = answers.findLast(({ question }) => question === agreement)?.at;
  const at = answers.at(-1)?.at;
  const level = found?.assessment.level ?? null;
  if (found === null || level === null || agreedAt === undefined || at === undefined) return null;
  const { model, assessment } = found;
  const point: LevelPoint = { at, level, fragile: assessment.fragile, where: 'venue' };

  function save(measured: DistanceAnswers, reached: Level, agreed: string) {
    void act('distance.measure', {
      measurementId: uuidv7(),
      referralId: referral.id,
      agreedAt: agreed,
      model: model.stamp,
      answers: Object.fromEntries(
        Object.entries(measured).flatMap(([id, answer]) =>
          answer === undefined ? [] : [[id, answer]],
        ),
      ),
    });
    void draft.forget();
    announce(levelPath.measure.saved(referral.summary.person.name, reached));
    props.onClose();
  }

  return (
    <div className="measure">
      <h3>{levelPath.measure.found}</h3>
      <LevelPath points={[...referral.path, point]} />
      <LevelExplained
        possible={[level]}
        explanation={explainLevel(model, found.answers, assessment)}
      />
      {assessment.fragile ? <p className="warn">{levelPath.measure.fragile}</p> : null}
      <footer className="measure-foot">
        <PreviousButton draft={draft} label={call.ask.previous} />
        <Button
          variant="primary"
          size="call"
          icon="check"
          shortcut="Enter"
          autoFocus
          onPress={() => save(found.answers, level, agreedAt)}
        >
          {levelPath.measure.save}
        </Button>
      </footer>
    </div>
  );
}
