import { type ReactNode, useId } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Button } from './button.tsx';
import './print-page.css';
import { useShortcut } from './shortcuts.tsx';

/** Prints the paper: what the page was opened for, so the first key does it. */
export function PrintButton() {
  const { common } = useMessages();
  return (
    <Button variant="primary" size="call" icon="print" autoFocus onPress={() => window.print()}>
      {common.print}
    </Button>
  );
}

/** A page that prints one paper: what is chosen on the left, the paper as it comes out on the right. */
export function PrintPage(props: {
  readonly title: string;
  /** What the paper's side is called. */
  readonly preview: string;
  /** What is chosen, then what is done with it. */
  readonly tools: ReactNode;
  readonly children: ReactNode;
}) {
  const { common } = useMessages();
  const titleId = useId();
  const back = () => window.history.back();
  useShortcut('Escape', common.back, back);
  return (
    <div className="print-page">
      <section className="print-tools" aria-labelledby={titleId}>
        <Button variant="quiet" icon="back" onPress={back}>
          {common.back}
        </Button>
        <h1 id={titleId}>{props.title}</h1>
        {props.tools}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="print-desk" tabIndex={0} aria-label={props.preview}>
        {props.children}
      </section>
    </div>
  );
}
