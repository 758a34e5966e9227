import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import type { SheetText } from './venue-sheet-words.ts';

/** From large print down to the smallest that is still read without an effort (11 points). */
const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72] as const;
/** A page of A4 in pixels of the style sheet, less one that rounding may take. */
const pageHeight = (297 / 25.4) * 96 - 1;

/** One page of A4, as it is printed. */
export function VenueSheetPaper(props: {
  readonly text: SheetText;
  /** As typed, for the window of an envelope. */
  readonly recipient: string;
}) {
  const { text, recipient } = props;
  const { sheet } = useMessages().venues;
  const paper = useRef<HTMLElement>(null);
  // After each change, and before it is seen: what is longer is written smaller.
  useLayoutEffect(() => {
    if (paper.current !== null) fitToPage(paper.current);
  });
  const hasRecipient = recipient.trim() !== '';
  return (
    <article className="sheet-paper" ref={paper} aria-label={text.name}>
      <header className={hasRecipient ? 'sheet-head sheet-head-post' : 'sheet-head'}>
        <p className="sheet-kind">{sheet.kind}</p>
        <h2>{text.name}</h2>
        {hasRecipient ? <p className="sheet-recipient">{recipient.trim()}</p> : null}
      </header>
      <div className="sheet-reach">
        <Part title={sheet.address}>
          {text.address.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Part>
        <Part title={sheet.phone}>
          <p className={text.phone === null ? undefined : 'sheet-phone'}>
            {text.phone ?? sheet.noPhone}
          </p>
          {text.email === null ? null : <p className="sheet-email">{text.email}</p>}
        </Part>
      </div>
      <p className="sheet-warning">{text.warning}</p>
      <div className={text.week === null ? 'sheet-rows' : 'sheet-columns'}>
        <Part title={sheet.hours}>
          {text.week === null ? null : (
            <table>
              <tbody>
                {text.week.map(({ day, hours }) => (
                  <tr key={day}>
                    <th scope="row">{day}</th>
                    <td>{hours}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {text.hoursNotes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Part>
        <Part title={sheet.bring}>
          <List items={text.toBring} />
        </Part>
      </div>
      <Part title={sheet.coming}>
        <p>{text.coming.join(' ')}</p>
      </Part>
      {text.services.length === 0 ? null : (
        <Part title={sheet.services}>
          <List items={text.services} inColumns />
        </Part>
      )}
      <p>
        <strong>{sheet.colon(sheet.price, '')}</strong>
        {text.price}
      </p>
      <footer className="sheet-foot">{text.record.join(' ')}</footer>
    </article>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sheet-part">
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}

function List(props: { readonly items: readonly string[]; readonly inColumns?: boolean }) {
  const { items, inColumns } = props;
  return (
    <ul className={inColumns === true ? 'sheet-list sheet-list-columns' : 'sheet-list'}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Takes the largest print with which the paper, as wide as it is printed, is no higher than a page. */
function fitToPage(paper: HTMLElement): void {
  paper.classList.add('sheet-measured');
  for (const scale of scales) {
    paper.style.setProperty('--sheet-scale', String(scale));
    if (paper.scrollHeight <= pageHeight) break;
  }
  paper.classList.remove('sheet-measured');
}
