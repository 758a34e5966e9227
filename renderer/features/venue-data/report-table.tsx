import { Fragment, useMemo, useState } from 'react';
import type { QualityGroup } from '#src/venues';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GroupDetail } from './group-detail.tsx';
import {
  figureColumns,
  filterRows,
  type ReportFilter,
  type ReportRow,
  reportRow,
  type SortColumn,
  type Sorting,
  sortRows,
  totals,
} from './report-rows.ts';

/** The columns of words, which grow from A to Z; figures are looked at from the largest. */
const wordColumns = ['source', 'departement'] as const;
const columns: readonly SortColumn[] = [...wordColumns, ...figureColumns];

type TableProps = {
  readonly setId: string;
  readonly origin: string;
  readonly groups: readonly QualityGroup[];
};

/** One line a producer and département; a line opens to what is wrong. */
export function ReportTable(props: TableProps) {
  const { venueData } = useMessages();
  const [filter, setFilter] = useState<ReportFilter>({ source: '', departement: '' });
  const [sorting, setSorting] = useState<Sorting>({ column: 'read', isDescending: true });
  const [open, setOpen] = useState<string | null>(null);
  const all = useMemo(() => props.groups.map(reportRow), [props.groups]);
  const shown = useMemo(() => sortRows(filterRows(all, filter), sorting), [all, filter, sorting]);
  const { quality } = venueData;
  return (
    <Panel className="report">
      <fieldset className="report-filters">
        <legend className="visually-hidden">{quality.filters}</legend>
        <TextField
          label={quality.sourceFilter}
          type="search"
          value={filter.source}
          onChange={(source) => setFilter({ ...filter, source })}
        />
        <TextField
          label={quality.departementFilter}
          type="search"
          value={filter.departement}
          onChange={(departement) => setFilter({ ...filter, departement })}
        />
      </fieldset>
      {shown.length === 0 ? (
        <EmptyState title={quality.empty}>{quality.emptyHelp}</EmptyState>
      ) : (
        <table className="report-table">
          <Head sorting={sorting} onSort={setSorting} />
          <Totals shown={shown} count={all.length} />
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.key}
                row={row}
                isOpen={open === row.key}
                onToggle={() => setOpen(open === row.key ? null : row.key)}
                {...props}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Head(props: { readonly sorting: Sorting; readonly onSort: (sorting: Sorting) => void }) {
  const { column: sorted, isDescending } = props.sorting;
  const names = useColumnNames();
  const sortBy = (column: SortColumn) => {
    const startsDescending = column !== 'source' && column !== 'departement';
    props.onSort({
      column,
      isDescending: column === sorted ? !isDescending : startsDescending,
    });
  };
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            aria-sort={column !== sorted ? undefined : isDescending ? 'descending' : 'ascending'}
          >
            <button type="button" className="report-sort" onClick={() => sortBy(column)}>
              {names[column]}
              {column === sorted ? <Icon name={isDescending ? 'down' : 'up'} /> : null}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function useColumnNames(): Readonly<Record<SortColumn, string>> {
  const { venueData } = useMessages();
  const { counts, quality } = venueData;
  const { source, departement, hours, position, stale } = quality;
  return { ...counts, source, departement, hours, position, stale };
}

/** The sums, above the lines: in a long table the foot is never seen. */
function Totals(props: { readonly shown: readonly ReportRow[]; readonly count: number }) {
  const { quality } = useMessages().venueData;
  const format = useFormat();
  const { shown, count } = props;
  const sums = totals(shown);
  return (
    <tbody>
      <tr className="report-total">
        <th scope="row" colSpan={2}>
          {shown.length === count
            ? quality.total
            : quality.totalOf(format.number(shown.length), format.number(count))}
          {shown.length === count ? (
            <span className="small quiet"> {quality.reconciles}</span>
          ) : null}
        </th>
        {figureColumns.map((column) => (
          <td key={column}>{format.number(sums[column])}</td>
        ))}
      </tr>
    </tbody>
  );
}

function Row(
  props: Omit<TableProps, 'groups'> & {
    readonly row: ReportRow;
    readonly isOpen: boolean;
    readonly onToggle: () => void;
  },
) {
  const { quality } = useMessages().venueData;
  const format = useFormat();
  const { row, isOpen, onToggle } = props;
  return (
    <Fragment>
      <tr className={isOpen ? 'report-row report-row-open' : 'report-row'}>
        <th scope="row">
          <button type="button" className="report-open" aria-expanded={isOpen} onClick={onToggle}>
            <Icon name="down" />
            {row.group.source ?? quality.noSource}
          </button>
        </th>
        <td>{row.departement ?? quality.noDepartement}</td>
        {figureColumns.map((column) => (
          <td key={column} className={row.figures[column] === 0 ? 'quiet' : ''}>
            {format.number(row.figures[column])}
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr className="report-detail">
          <td colSpan={columns.length}>
            <GroupDetail setId={props.setId} origin={props.origin} row={row} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
