import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useFormat, useMessages } from '../i18n/messages.tsx';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Notice } from './notice.tsx';
import './states.css';

/** Nothing here, and why, and what would bring something. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly icon?: IconName;
  readonly action?: ReactNode;
  /** The whole page is empty: the title is the page's. */
  readonly isPage?: boolean;
}) {
  const Title = props.isPage === true ? 'h1' : 'p';
  return (
    <div className="state">
      {props.icon === undefined ? <Siding /> : <Icon name={props.icon} />}
      <Title className="state-title">{props.title}</Title>
      {props.children === undefined ? null : <div className="state-body">{props.children}</div>}
      {props.action}
    </div>
  );
}

/** A siding with nothing on it. */
function Siding() {
  return (
    <svg className="state-siding" viewBox="0 0 96 28" aria-hidden="true">
      <path d="M4 20h88 M24 20c14 0 16-12 30-12h26" />
      <circle cx="24" cy="20" r="4" />
    </svg>
  );
}

/** Something is on its way. With `share` (0 to 1) it says how far. */
export function LoadingState(props: { readonly label?: string; readonly share?: number }) {
  const { ui } = useMessages();
  const label = props.label ?? ui.loading;
  return (
    <ProgressBar
      className="state state-loading"
      aria-label={label}
      isIndeterminate={props.share === undefined}
      value={(props.share ?? 0) * 100}
    >
      {({ percentage }) => (
        <>
          <span className="state-track">
            <span style={percentage === undefined ? {} : { inlineSize: `${percentage}%` }} />
          </span>
          <span className="quiet">{label}</span>
        </>
      )}
    </ProgressBar>
  );
}

/** It could not be had: what happened, what is safe, and the way to try again. */
export function ErrorState(props: {
  readonly title: string;
  readonly safe?: string | undefined;
  readonly next?: string | undefined;
  readonly onRetry?: () => void;
}) {
  const { ui } = useMessages();
  const { onRetry } = props;
  return (
    <Notice
      tone="error"
      title={props.title}
      safe={props.safe}
      next={props.next}
      actions={
        onRetry === undefined ? null : (
          <Button icon="reload" onPress={onRetry}>
            {ui.retry}
          </Button>
        )
      }
    />
  );
}

/** What is shown was received a while ago and could not be had again since. */
export function StaleBadge({ since }: { readonly since: string }) {
  const { ui } = useMessages();
  const format = useFormat();
  return (
    <span className="tag tag-signal">
      <Icon name="clock" />
      {ui.stale(format.clock(since))}
    </span>
  );
}
