import { unansweredWays } from '#src/routing';
import { useMessages } from '../../../i18n/messages.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { LineForm } from './use-line-form.ts';

/** How long a call rings and waits, and what is proposed once that is too long. The bounds are the contract's. */
export function WaitingPanel({ form }: { readonly form: LineForm }) {
  const { lines } = useMessages();
  const { rules } = form.draft;
  const { changeRules } = form;
  const seconds = { unit: lines.seconds, step: 5 };
  return (
    <Panel title={lines.waiting} className="line-panel line-numbers">
      <NumberField
        {...seconds}
        {...{ label: lines.offerS, help: lines.offerHelp, min: 5, max: 120 }}
        value={rules.offerS}
        onChange={(offerS) => changeRules({ offerS })}
      />
      <NumberField
        {...seconds}
        {...{ label: lines.answerWithinS, help: lines.answerHelp, min: 5, max: 600 }}
        value={rules.answerWithinS}
        onChange={(answerWithinS) => changeRules({ answerWithinS })}
      />
      <NumberField
        {...seconds}
        {...{ label: lines.overflowS, help: lines.overflowHelp, min: 10, max: 3600 }}
        value={rules.overflowS}
        onChange={(overflowS) => changeRules({ overflowS })}
      />
      <NumberField
        {...{ label: lines.mostWaiting, help: lines.mostHelp, min: 1, max: 1000, step: 1 }}
        unit={lines.calls}
        value={rules.mostWaiting}
        onChange={(mostWaiting) => changeRules({ mostWaiting })}
      />
      <NumberField
        {...seconds}
        {...{ label: lines.wrapUpS, help: lines.wrapUpHelp, min: 0, max: 1800 }}
        value={rules.wrapUpS}
        onChange={(wrapUpS) => changeRules({ wrapUpS })}
      />
      <NumberField
        {...seconds}
        {...{ label: lines.extensionS, help: lines.extensionHelp, min: 15, max: 900 }}
        value={rules.extensionS}
        onChange={(extensionS) => changeRules({ extensionS })}
      />
      <RadioGroup
        label={lines.unanswered}
        options={unansweredWays.map((id) => ({ id, ...lines.unansweredWays[id] }))}
        value={rules.unanswered}
        onChange={(unanswered) => changeRules({ unanswered })}
      />
    </Panel>
  );
}
