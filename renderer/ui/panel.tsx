import type { ReactNode } from 'react';
import './panel.css';

/** A sheet of work. With a title it is a named region, so that a screen reader can jump to it. */
export function Panel(props: {
  readonly title?: string;
  /** What stands at the right of the title: a count, a link, a button. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly className?: string;
  /** It scrolls by itself: the keyboard must be able to stand in it, even where it holds no control. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}) {
  const className = ['panel', props.className].filter(Boolean).join(' ');
  if (props.title === undefined) return <div className={className}>{props.children}</div>;
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <section
      className={className}
      aria-label={props.title}
      tabIndex={props.scrolls ? 0 : undefined}
    >
      <header className="panel-head">
        <Heading>{props.title}</Heading>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}
