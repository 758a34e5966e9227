import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Mark } from './icon.tsx';
import './entry.css';

/** A page before the desk: what this is on the left, what to do on the right. */
export function Entry(props: {
  readonly title: string;
  readonly lead: string;
  readonly isDemonstration?: boolean;
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}) {
  const { app, common } = useMessages();
  return (
    <div className="entry">
      <header className="entry-side frame">
        <p className="entry-name">
          <Mark />
          {common.product}
        </p>
        <Fan />
        <p className="entry-tagline">{common.tagline}</p>
      </header>
      <main className="entry-main">
        <div className={`entry-body entry-${props.width ?? 'narrow'}`}>
          {props.isDemonstration === true ? (
            <p className="entry-demonstration">{app.demonstrationMark}</p>
          ) : null}
          <h1>{props.title}</h1>
          <p className="entry-lead">{props.lead}</p>
          {props.children}
        </div>
      </main>
    </div>
  );
}

/** One line that comes in, points, and the tracks that it may take. */
function Fan() {
  return (
    <svg className="entry-fan" viewBox="0 0 320 220" aria-hidden="true">
      <path className="entry-track" d="M0 110h70c60 0 60-84 130-84h120" />
      <path className="entry-track" d="M0 110h70c60 0 70-34 130-34h120" />
      <path className="entry-track" d="M0 110h70c60 0 70 74 130 74h120" />
      <path className="entry-way" d="M0 110h70c60 0 70 20 130 20h120" />
      <circle className="entry-now" cx="70" cy="110" r="9" />
      <circle className="entry-stop" cx="210" cy="26" r="5" />
      <circle className="entry-stop" cx="210" cy="76" r="5" />
      <circle className="entry-arrival" cx="216" cy="130" r="7" />
      <circle className="entry-stop" cx="210" cy="184" r="5" />
    </svg>
  );
}
