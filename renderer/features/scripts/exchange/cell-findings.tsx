import type { CellFinding } from '#src/script';
import { useMessages } from '../../../i18n/messages.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** What is wrong in a sheet, cell by cell, and what to do about it. */
export function CellFindings({ findings }: { readonly findings: readonly CellFinding[] }) {
  const { scripts, scriptsDifference } = useMessages();
  const { exchange } = scriptsDifference;
  const sentences: Readonly<Record<CellFinding['code'], string>> = {
    ...scripts.findings.sentences,
    ...scriptsDifference.sheetCodes,
  };
  return (
    <>
      <Notice
        tone="error"
        title={exchange.wrong(findings.length)}
        next={exchange.wrongNext(findings.length)}
      />
      <section
        className="exchange-cells"
        aria-label={exchange.cells}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too.
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{exchange.cell}</th>
              <th scope="col">{exchange.whatToDo}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ cell, code, message }) => (
              <tr key={`${cell} ${code} ${message}`}>
                <th scope="row">{cell}</th>
                <td>{sentences[code]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
