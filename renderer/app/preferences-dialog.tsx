import { useMessages } from '../i18n/messages.tsx';
import { DevicesPanel } from '../telephony/devices-panel.tsx';
import { useSoftphone } from '../telephony/softphone-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { densities, themes, usePreferences } from './preferences.tsx';
import { ShellPreferences } from './shell-preferences.tsx';
import './preferences-dialog.css';

export function PreferencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { app } = useMessages();
  const { preferences, change } = usePreferences();
  const hasTelephone = useSoftphone() !== null;
  return (
    <Dialog title={app.preferences} onClose={onClose} width={hasTelephone ? 'wide' : 'narrow'}>
      <div className={hasTelephone ? 'preferences preferences-two' : 'preferences'}>
        <div className="preferences">
          <RadioGroup
            label={app.theme}
            inRow
            options={themes.map((id) => ({ id, label: app.themes[id] }))}
            value={preferences.theme}
            onChange={(theme) => change({ theme })}
          />
          <RadioGroup
            label={app.density}
            inRow
            options={densities.map((id) => ({ id, label: app.densities[id] }))}
            value={preferences.density}
            onChange={(density) => change({ density })}
          />
          <RadioGroup
            label={app.language}
            inRow
            options={(['fr', 'en'] as const).map((id) => ({ id, label: app.languages[id] }))}
            value={preferences.language}
            onChange={(language) => change({ language })}
          />
          <ShellPreferences />
        </div>
        <DevicesPanel />
      </div>
      <p className="small quiet">{app.preferencesScope}</p>
    </Dialog>
  );
}
