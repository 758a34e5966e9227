import { ProgressBar } from 'react-aria-components';
import { useFormat } from '../i18n/messages.tsx';
import './progress.css';

/** How far a long work has come. `share`: 0 to 1; `null` where the whole is not known. */
export function Progress(props: { readonly label: string; readonly share: number | null }) {
  const format = useFormat();
  return (
    <ProgressBar
      className="progress"
      aria-label={props.label}
      isIndeterminate={props.share === null}
      value={(props.share ?? 0) * 100}
    >
      {({ percentage }) => (
        <>
          <span className="progress-words">
            <span>{props.label}</span>
            {percentage === undefined ? null : (
              <span className="num">{format.percent(percentage / 100)}</span>
            )}
          </span>
          <span className="progress-track">
            <span style={percentage === undefined ? {} : { inlineSize: `${percentage}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
