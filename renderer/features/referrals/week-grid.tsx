import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useFormat, useMessages } from '../../i18n/messages.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { type Cell, cellMinutes, rangeAt, spanOf, withDrawn } from './draw-range.ts';
import { always, clockOfMinutes, type DraftRange, minutesOf, weekdays } from './week.ts';

/** Quarters of an hour: how finely a range is shown. */
const rowMinutes = 15;
const usualDay = { from: 8 * 60, to: 19 * 60 };

/**
 * BO-87: the week on which ranges are drawn. The pointer drags over the hours; the arrows choose, Enter begins and ends,
 * Escape gives up, Delete removes.
 */
export function WeekGrid(props: {
  readonly ranges: readonly DraftRange[];
  /** For which kind of appointment; `null`: any. */
  readonly kindId: string | null;
  readonly nameOfKind: (kindId: string) => string;
  readonly onChange: (ranges: readonly DraftRange[]) => void;
}) {
  const { availability } = useMessages();
  const format = useFormat();
  const { ranges, kindId, onChange } = props;
  const shown = shownHours(ranges);
  const [cursor, setCursor] = useState<Cell>({ weekday: 1, minute: shown.from });
  const [anchor, setAnchor] = useState<Cell | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const chosen = rangeAt(ranges, cursor);
  const hours = ({ from, to }: Pick<DraftRange, 'from' | 'to'>) =>
    availability.hours(format.clockTime(from), format.clockTime(to));
  const say = (range: Pick<DraftRange, 'weekday' | 'from' | 'to'>) =>
    `${format.weekday(range.weekday)} ${hours(range)}`;

  function moveTo(cell: Cell) {
    setCursor(cell);
    grid.current?.querySelector<HTMLElement>(`#${cellId(cell)}`)?.focus();
  }
  function draw(from: Cell, to: Cell) {
    const drawn = { key: uuidv7(), ...always, kindId, ...spanOf(from, to) };
    onChange(withDrawn(ranges, drawn, uuidv7));
    setAnchor(null);
    announce(availability.drawn(say(drawn)));
  }
  function remove() {
    if (chosen === undefined) return;
    onChange(ranges.filter(({ key }) => key !== chosen.key));
    announce(availability.removed(say(chosen)));
  }
  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = arrived(event.key, cursor, shown, anchor !== null);
    if (to !== null) moveTo(to);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (anchor !== null) draw(anchor, cursor);
      else {
        setAnchor(cursor);
        announce(availability.begun(format.clockTime(clockOfMinutes(cursor.minute))));
      }
    } else if (event.key === 'Escape' && anchor !== null) setAnchor(null);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const drag = useDrag({
    anchor,
    cursor,
    onBegin: (cell) => {
      setAnchor(cell);
      moveTo(cell);
    },
    onMove: setCursor,
    onEnd: (from, to) => (from.minute === to.minute ? setAnchor(null) : draw(from, to)),
  });

  const pending = anchor === null ? null : { key: '', ...always, ...spanOf(anchor, cursor) };
  function whatIs(cell: Cell): string {
    if (pending !== null && rangeAt([pending], cell)) return availability.drawing(hours(pending));
    const open = rangeAt(ranges, cell);
    return open === undefined ? availability.closed : availability.open(hours(open));
  }
  return (
    <>
      <div className="week-grid">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take keys is a grid
          role="grid"
          aria-label={availability.grid}
          aria-describedby="week-grid-help"
          onKeyDown={onKey}
        >
          <thead>
            <tr>
              <td />
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {format.weekday(weekday)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {minutesFrom(shown).map((minute) => (
              <tr key={minute}>
                <th scope="row">
                  <span className={minute % 60 === 0 ? 'week-grid-hour' : 'visually-hidden'}>
                    {format.clockTime(clockOfMinutes(minute))}
                  </span>
                </th>
                {weekdays.map((weekday) => {
                  const cell = { weekday, minute };
                  return (
                    <td
                      key={weekday}
                      id={cellId(cell)}
                      tabIndex={isSame(cell, cursor) ? 0 : -1}
                      aria-label={`${format.weekday(weekday)}, ${format.clockTime(clockOfMinutes(minute))}, ${whatIs(cell)}`}
                      {...drag(cell)}
                      onFocus={() => setCursor(cell)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <div
          aria-hidden="true"
          className="week-grid-ranges"
          style={{ gridTemplateRows: `repeat(${(shown.to - shown.from) / rowMinutes}, 1fr)` }}
        >
          {ranges.filter(isTimed).map((range) => (
            <span
              key={range.key}
              className={range === chosen ? 'week-grid-range week-grid-chosen' : 'week-grid-range'}
              style={placeOf(range, shown)}
            >
              <strong>{hours(range)}</strong>
              {range.kindId === null ? null : <span>{props.nameOfKind(range.kindId)}</span>}
            </span>
          ))}
          {pending === null ? null : (
            <span className="week-grid-range week-grid-pending" style={placeOf(pending, shown)}>
              {hours(pending)}
            </span>
          )}
        </div>
      </div>
      <div className="week-grid-foot">
        <p id="week-grid-help" className="small quiet">
          {availability.gridHelp}
        </p>
        <Button variant="quiet" icon="close" isDisabled={chosen === undefined} onPress={remove}>
          {chosen === undefined ? availability.remove : availability.removeOne(say(chosen))}
        </Button>
      </div>
    </>
  );
}

type Hours = { readonly from: number; readonly to: number };

/** Whole hours around every range, the usual day at least. */
function shownHours(ranges: readonly DraftRange[]): Hours {
  const timed = ranges.filter(isTimed);
  const starts = timed.map(({ from }) => Math.floor(minutesOf(from) / 60) * 60);
  const ends = timed.map(({ to }) => Math.ceil(minutesOf(to) / 60) * 60);
  return { from: Math.min(usualDay.from, ...starts), to: Math.max(usualDay.to, ...ends) };
}

function isTimed({ from, to }: DraftRange): boolean {
  return from !== '' && to !== '' && from < to;
}

function minutesFrom({ from, to }: Hours): readonly number[] {
  return Array.from({ length: (to - from) / cellMinutes }, (_, row) => from + row * cellMinutes);
}

/** Where a range stands over the cells, to a quarter of an hour. */
function placeOf({ weekday, from, to }: DraftRange, shown: Hours) {
  const row = (clock: string) => Math.round((minutesOf(clock) - shown.from) / rowMinutes) + 1;
  return { gridColumn: weekday + 1, gridRow: `${row(from)} / ${row(to)}` };
}

/** Where a key leads; while a range is drawn, its day stays. `null`: it is no key that moves. */
function arrived(key: string, at: Cell, shown: Hours, isDrawing: boolean): Cell | null {
  const last = shown.to - cellMinutes;
  const day = (weekday: number) =>
    isDrawing ? at : { ...at, weekday: Math.min(7, Math.max(1, weekday)) };
  switch (key) {
    case 'ArrowUp':
      return { ...at, minute: Math.max(shown.from, at.minute - cellMinutes) };
    case 'ArrowDown':
      return { ...at, minute: Math.min(last, at.minute + cellMinutes) };
    case 'ArrowLeft':
      return day(at.weekday - 1);
    case 'ArrowRight':
      return day(at.weekday + 1);
    case 'Home':
      return { ...at, minute: shown.from };
    case 'End':
      return { ...at, minute: last };
    default:
      return null;
  }
}

function isSame(one: Cell, other: Cell): boolean {
  return one.weekday === other.weekday && one.minute === other.minute;
}

const cellId = ({ weekday, minute }: Cell) => `week-${weekday}-${minute}`;

/** What a cell does under the pointer: pressed, passed over, let go anywhere. */
function useDrag(props: {
  readonly anchor: Cell | null;
  readonly cursor: Cell;
  readonly onBegin: (cell: Cell) => void;
  readonly onMove: (cell: Cell) => void;
  readonly onEnd: (from: Cell, to: Cell) => void;
}) {
  const isDragging = useRef(false);
  const letGo = useEffectEvent(() => {
    if (isDragging.current && props.anchor !== null) props.onEnd(props.anchor, props.cursor);
    isDragging.current = false;
  });
  useEffect(() => {
    const onUp = () => letGo();
    window.addEventListener('pointerup', onUp);
    return () => window.removeEventListener('pointerup', onUp);
  }, []);
  return (cell: Cell) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      // A finger holds what it touched first: the others must hear of it too.
      event.currentTarget.releasePointerCapture(event.pointerId);
      isDragging.current = true;
      props.onBegin(cell);
    },
    onPointerEnter: () => {
      if (isDragging.current && props.anchor !== null) {
        props.onMove({ weekday: props.anchor.weekday, minute: cell.minute });
      }
    },
  });
}
