import { translationList } from '#src/contract';
import {
  languageFacts,
  type MessageChannel,
  messageChannels,
  messageLanguages,
} from '#src/messages';
import { useMessages } from '../i18n/messages.tsx';
import { useRead } from '../storage/use-read.ts';
import { Checkbox } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { useFocusOnProblem } from '../ui/use-focus-on-problem.ts';
import {
  leavesInFrench,
  type Written,
  type WrittenDraft,
  type WrittenProblems,
} from './written.ts';
import './follow.css';

/** How the person will have it in writing: the language, the ways, and the addresses that these need. */
export function WrittenFields(props: {
  readonly written: Written;
  readonly problems: WrittenProblems;
  readonly onChange: (change: Partial<WrittenDraft>) => void;
}) {
  const { told } = useMessages();
  const { choice } = told;
  const { written, problems, onChange } = props;
  const { channels, reach } = written;
  const fields = useFocusOnProblem(problems);
  const isAddressMissing = problems.address !== undefined && written.address.trim() === '';
  const canSms = reach === 'mobile' || reach === 'foreign-mobile';
  const toggle = (channel: MessageChannel) => (isOn: boolean) =>
    onChange({
      channels: messageChannels.filter((one) => (one === channel ? isOn : channels.includes(one))),
    });
  return (
    <fieldset className="written" ref={fields}>
      <legend>{choice.title}</legend>
      <div className="written-ways">
        <Checkbox
          isSelected={channels.includes('sms')}
          isDisabled={!canSms}
          onChange={toggle('sms')}
          hint={choice.reach[reach]}
        >
          {choice.sms}
        </Checkbox>
        <Checkbox isSelected={channels.includes('email')} onChange={toggle('email')}>
          {choice.email}
        </Checkbox>
        <Checkbox isSelected={channels.includes('letter')} onChange={toggle('letter')}>
          {choice.letter}
        </Checkbox>
      </div>
      {channels.includes('email') ? (
        <TextField
          label={choice.emailAddress}
          type="email"
          value={written.email}
          maxLength={200}
          error={problems.email === undefined ? undefined : choice.badEmail}
          onChange={(email) => onChange({ email })}
        />
      ) : null}
      {channels.includes('letter') ? (
        <TextArea
          label={choice.postalAddress}
          rows={3}
          value={written.address}
          maxLength={300}
          help={choice.letterHelp}
          error={isAddressMissing ? choice.badAddress : undefined}
          onChange={(address) => onChange({ address })}
        />
      ) : null}
      {channels.length === 0 ? (
        <p className="small quiet">{choice.none}</p>
      ) : (
        <LanguageField {...props} />
      )}
    </fieldset>
  );
}

/** A language as this screen calls it and as its speakers do, once where these are the same. */
function bothNames(name: string, nativeName: string): string {
  return name.toLowerCase() === nativeName.toLowerCase() ? name : `${name} (${nativeName})`;
}

function LanguageField(props: Parameters<typeof WrittenFields>[0]) {
  const { told } = useMessages();
  const { value } = useRead('/api/translations', translationList);
  const translations = value?.translations ?? [];
  const { language: chosen } = props.written;
  return (
    <Select
      label={told.choice.language}
      options={messageLanguages.map((language) => ({
        id: language,
        label: bothNames(told.languages[language], languageFacts(language).nativeName),
        ...(leavesInFrench(language, translations) ? { hint: told.choice.off } : {}),
      }))}
      value={chosen}
      help={
        leavesInFrench(chosen, translations)
          ? told.choice.leavesInFrench(told.languages[chosen])
          : undefined
      }
      onChange={(language) => props.onChange({ language })}
    />
  );
}
