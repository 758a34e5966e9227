import { useState } from 'react';
import type { TranslationList } from '#src/contract';
import { languageFacts, type MessageLanguage, type TextToRead, textsToRead } from '#src/messages';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type Translation = TranslationList['translations'][number];

type DialogProps = {
  readonly translation: Translation;
  /** Who stands by it; `null` takes the signature back. */
  readonly onSign: (name: string | null) => void;
  readonly onClose: () => void;
};

/** ME-28: every text of a language beside the French one, and under them who stands by it. */
export function TranslationDialog(props: DialogProps) {
  const { told } = useMessages();
  const words = told.settings;
  const { language, state, signature } = props.translation;
  const name = told.languages[language];
  const { messages, page } = textsToRead(language);
  return (
    <Dialog title={words.version(name)} width="wide" onClose={props.onClose}>
      <p className="small quiet">{words.versionHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="translation-texts" tabIndex={0} aria-label={words.version(name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.french}</th>
              <th scope="col" dir={languageFacts(language).direction}>
                {words.translated(name)}
              </th>
            </tr>
          </thead>
          <Texts title={words.inMessages} texts={messages} language={language} />
          <Texts title={words.onPage} texts={page} language={language} />
        </table>
      </section>
      {state === 'unsigned' ? <SignForm {...props} /> : null}
      {signature === null ? null : <TakeBack {...props} signature={signature} />}
    </Dialog>
  );
}

function Texts(props: {
  readonly title: string;
  readonly texts: readonly TextToRead[];
  readonly language: MessageLanguage;
}) {
  const { direction } = languageFacts(props.language);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {props.title}
        </th>
      </tr>
      {props.texts.map(({ french, translated }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts of a language stay where they are
        <tr key={place}>
          <td lang="fr">{french}</td>
          <td lang={props.language} dir={direction}>
            {translated}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function SignForm({ onSign, onClose }: DialogProps) {
  const { told } = useMessages();
  const words = told.settings;
  const [reader, setReader] = useState('');
  const [isMissing, setMissing] = useState(false);
  const sign = () => {
    const name = reader.trim();
    setMissing(name === '');
    if (name === '') return;
    onSign(name);
    onClose();
  };
  return (
    <div className="translation-sign">
      <TextField
        label={words.name}
        value={reader}
        maxLength={200}
        error={isMissing ? words.missing : undefined}
        onChange={setReader}
      />
      <Button variant="primary" shortcut="Ctrl+Enter" onPress={sign}>
        {words.sign}
      </Button>
    </div>
  );
}

type Signature = NonNullable<Translation['signature']>;

function TakeBack({ signature, onSign, onClose }: DialogProps & { readonly signature: Signature }) {
  const { told } = useMessages();
  const takeBack = () => {
    onSign(null);
    onClose();
  };
  return (
    <div className="translation-signed">
      <Signed signature={signature} />
      <Button onPress={takeBack}>{told.settings.takeBack}</Button>
    </div>
  );
}

/** Who read it, and when. */
export function Signed({ signature }: { readonly signature: Signature }) {
  const { told } = useMessages();
  const format = useFormat();
  const { name, at } = signature;
  return <span className="small">{told.settings.signedBy(name, format.shortDate(at))}</span>;
}
