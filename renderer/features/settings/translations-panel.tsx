import { useState } from 'react';
import { translationList } from '#src/contract';
import { languageFacts } from '#src/messages';
import { useMessages } from '../../i18n/messages.tsx';
import { type ApiFailure, request } from '../../storage/api.ts';
import { useRead } from '../../storage/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Signed, type Translation, TranslationDialog } from './translation-dialog.tsx';

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
  const words = told.settings;
  const [isOpen, setOpen] = useState(false);
  const { translation, onSign } = props;
  const { language, state, signature } = translation;
  const name = told.languages[language];
  const { nativeName } = languageFacts(language);
  return (
    <li>
      <b>
        {name}
        {nativeName === name ? null : <span lang={language}> ({nativeName})</span>}
      </b>
      {signature !== null ? (
        <Signed signature={signature} />
      ) : state === 'kept' ? (
        <span className="small quiet">{words.kept}</span>
      ) : (
        <Tag>{words.unsigned}</Tag>
      )}
      {language === 'fr' ? null : (
        <Button variant="quiet" description={name} onPress={() => setOpen(true)}>
          {state === 'unsigned' ? words.readAndSign : words.read}
        </Button>
      )}
      {isOpen ? (
        <TranslationDialog
          translation={translation}
          onSign={onSign}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  );
}
