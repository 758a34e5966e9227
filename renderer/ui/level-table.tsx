import type { DistanceModel } from '#src/distance';
import { useMessages } from '../i18n/messages.tsx';
import { LevelMark } from './level-mark.tsx';
import './level-table.css';

/** A cell of the table: how many things are done alone, of each series. */
type Place = { readonly row: number; readonly column: number };

/** The table of a model: the level by how many things are done alone. `here` is where somebody stands. */
export function LevelTable(props: {
  readonly table: DistanceModel['table'];
  readonly here: Place | null;
}) {
  const { distance } = useMessages();
  const { table, here } = props;
  const columns = Array.from(
    { length: Math.max(...table.map((row) => row.length)) },
    (_, column) => column,
  );
  return (
    <table className="level-table">
      <caption>{distance.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{distance.tableCorner}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.map((levels, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the row is the count that it stands for
          <tr key={row}>
            <th scope="row">{row}</th>
            {levels.map((level, column) => {
              const isHere = row === here?.row && column === here.column;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the column is the count that it stands for
                <td key={column} className={isHere ? 'level-here' : ''}>
                  <LevelMark level={level} short />
                  {isHere ? <span className="visually-hidden"> {distance.here}</span> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
