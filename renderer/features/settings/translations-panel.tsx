import { useState } from 'react';
import { type TranslationList, translationList } from '#src/contract';
import { languageFacts } from '#src/messages';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../storage/api.ts';
import { useRead } from '../../storage/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Translation = TranslationList['translations'][number];

/** ME-28: who has read the messages of each language. What is signed holds at once: it is not among the settings to save. */
export function TranslationsPanel() {
  const { told, failures } = useMessages();
  const words = told.settings;
  const { value, failure, readAgain } = useRead('/api/translations', translationList);
  const [refused, setRefused] = useState<ApiFailure | null>(null);
  const sign = async ({ language, hash }: Translation, name: string | null) => {
    const answer = await request('/api/translations', translationList, {
      body: { language, hash, name },
    });
    setRefused(answer.ok ? null : answer.error);
    if (answer.ok) readAgain();
  };
  const problem = refused ?? (value === null ? failure : null);
  return (
    <Panel title={words.translations}>
      <p className="small quiet">{words.translationsHelp}</p>
      {problem === null ? null : (
        <Notice
          tone="error"
          title={words.failed}
          safe={words.failedSafe}
          next={failures.apiErrors[problem.code]}
        />
      )}
      {value === null && failure === null ? <LoadingState /> : null}
      <ul className="translations">
        {value?.translations.map((translation) => (
          <TranslationRow
            key={translation.hash}
            translation={translation}
            onSign={(name) => void sign(translation, name)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function TranslationRow(props: {
  readonly translation: Translation;
  readonly onSign: (name: string | null) => void;
}) {
  const { told } = useMessages();
  const format = useFormat();
  const words = told.settings;
  const { language, state, signature } = props.translation;
  const name = told.languages[language];
  return (
    <li>
      <b>
        {name} <span lang={language}>({languageFacts(language).nativeName})</span>
      </b>
      {state === 'kept' ? (
        <span className="small quiet">{words.kept}</span>
      ) : signature === null ? (
        <>
          <Tag>{words.unsigned}</Tag>
          <SignForm name={name} onSign={props.onSign} />
        </>
      ) : (
        <>
          <span className="small">
            {words.signedBy(signature.name, format.shortDate(signature.at))}
          </span>
          <Button variant="quiet" description={name} onPress={() => props.onSign(null)}>
            {words.takeBack}
          </Button>
        </>
      )}
    </li>
  );
}

function SignForm(props: { readonly name: string; readonly onSign: (name: string) => void }) {
  const { told } = useMessages();
  const words = told.settings;
  const [reader, setReader] = useState('');
  const [isMissing, setMissing] = useState(false);
  const sign = () => {
    const isEmpty = reader.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) props.onSign(reader.trim());
  };
  return (
    <div className="translations-sign">
      <TextField
        label={words.name(props.name)}
        value={reader}
        maxLength={200}
        error={isMissing ? words.missing : undefined}
        onChange={setReader}
      />
      <Button description={props.name} onPress={sign}>
        {words.sign}
      </Button>
    </div>
  );
}
