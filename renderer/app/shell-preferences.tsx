import { useEffect, useState } from 'react';
import { useFrontOnRing } from '../desktop/front-on-ring.ts';
import { desktopShell } from '../desktop/shell.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Checkbox } from '../ui/choice.tsx';

/** What the desk may do with the computer around it. In a browser, nothing. */
export function ShellPreferences() {
  const { desktop: words } = useMessages();
  const [inFront, setInFront] = useFrontOnRing();
  const [opensLinks, setOpensLinks] = useState(false);
  const shell = desktopShell();
  const ask = async (open: boolean | null) => {
    if (shell !== null) setOpensLinks((await shell.phoneLinks({ open })).open);
  };
  useEffect(() => {
    void desktopShell()
      ?.phoneLinks({ open: null })
      .then(({ open }) => setOpensLinks(open));
  }, []);
  if (shell === null) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{words.title}</legend>
      <Checkbox isSelected={inFront} onChange={setInFront} hint={words.frontHelp}>
        {words.front}
      </Checkbox>
      <Checkbox
        isSelected={opensLinks}
        onChange={(open) => void ask(open)}
        hint={words.phoneLinksHelp}
      >
        {words.phoneLinks}
      </Checkbox>
    </fieldset>
  );
}
