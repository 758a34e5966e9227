import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './notice.css';

type NoticeTone = 'info' | 'warning' | 'error';

const icons: Record<NoticeTone, IconName> = { info: 'info', warning: 'alert', error: 'alert' };

/**
 * Says what happened, what is safe and what to do next, in that order.
 *
 * An error is announced at once; the rest waits for its turn.
 */
export function Notice(props: {
  readonly tone: NoticeTone;
  /** What happened. */
  readonly title: string;
  /** What is safe. */
  readonly safe?: string | undefined;
  /** What to do next. */
  readonly next?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div
      className={`notice notice-${props.tone}`}
      role={props.tone === 'error' ? 'alert' : 'status'}
    >
      <Icon name={icons[props.tone]} />
      <div className="notice-body">
        <p className="notice-title">{props.title}</p>
        {props.safe === undefined ? null : <p>{props.safe}</p>}
        {props.next === undefined ? null : <p>{props.next}</p>}
        {props.children}
        {props.actions === undefined ? null : <div className="actions">{props.actions}</div>}
      </div>
    </div>
  );
}
