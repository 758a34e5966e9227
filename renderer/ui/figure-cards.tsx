import type { ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import './figure-cards.css';

/** Figures side by side; each is a `FigureCard`. */
export function FigureCards({ children }: { readonly children: ReactNode }) {
  return <dl className="figure-cards panel">{children}</dl>;
}

/** A figure with its name, and its definition one press away. */
export function FigureCard(props: {
  readonly name: string;
  readonly value: string;
  readonly detail?: string;
  readonly definition: string;
}) {
  const { ui } = useMessages();
  return (
    <div className="figure-card">
      <dt>{props.name}</dt>
      <dd>
        <strong className="figure-value">{props.value}</strong>
        {props.detail === undefined ? null : <span className="small quiet">{props.detail}</span>}
        <DialogTrigger>
          <Button className="figure-explain" aria-label={`${ui.definition} : ${props.name}`}>
            {ui.definition}
          </Button>
          <Popover className="popover figure-definition" aria-label={props.name}>
            <strong>{props.name}</strong>
            <p>{props.definition}</p>
          </Popover>
        </DialogTrigger>
      </dd>
    </div>
  );
}
