import type { LevelPoint } from '#src/contract';
import { levels, movement } from '#src/distance';
import type { Format } from '../i18n/format.ts';
import { type Messages, useFormat, useMessages } from '../i18n/messages.tsx';
import { LevelMark, levelShapes } from './level-mark.tsx';
import './level-path.css';

/** The latest ones are drawn; all of them are written. */
const mostDrawn = 5;

/**
 * The levels found of somebody, oldest first: drawn, the nearest on top, and written. Each has its shape and its word, so that
 * neither colour nor the drawing is needed to read them.
 */
export function LevelPath({ points }: { readonly points: readonly LevelPoint[] }) {
  const messages = useMessages();
  const format = useFormat();
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <figure className="level-path">
      {points.length < 2 ? null : (
        <>
          <figcaption>{messages.levelPath.moved[movement(first.level, last.level)]}</figcaption>
          <Drawing points={points.slice(-mostDrawn)} />
        </>
      )}
      <ol>
        {points.map((point) => (
          <li key={point.at}>
            <LevelMark level={point.level} />
            <span className="quiet">{said(point, messages, format)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function said({ at, where, fragile }: LevelPoint, { levelPath }: Messages, format: Format): string {
  const parts = [format.dayOf(at), levelPath.where[where], fragile ? levelPath.fragile : null];
  return parts.filter((part) => part !== null).join(', ');
}

/** In the units of the drawing. */
const left = 34;
const column = 52;
const row = 24;
const bottom = 22;
const shape = 16;

function Drawing({ points }: { readonly points: readonly LevelPoint[] }) {
  const format = useFormat();
  const width = left + column * points.length;
  const height = row * levels.length + bottom;
  const placed = points.map((point, position) => ({
    ...point,
    x: left + column * (position + 0.5),
    y: row * (levels.indexOf(point.level) + 0.5),
  }));
  return (
    <svg
      className="level-path-drawing"
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxWidth: `${width / 16}rem` }}
      aria-hidden="true"
    >
      {levels.map((level, position) => (
        <g key={level} className="level-path-row">
          <line x1={left} x2={width} y1={row * (position + 0.5)} y2={row * (position + 0.5)} />
          <text x={left - 8} y={row * (position + 0.5)} textAnchor="end" dominantBaseline="central">
            {level}
          </text>
        </g>
      ))}
      <polyline
        className="level-path-way"
        points={placed.map(({ x, y }) => `${x},${y}`).join(' ')}
      />
      {placed.map(({ at, level, x, y }) => (
        <g key={at}>
          <path
            className={`level-path-point level-${level.toLowerCase()}`}
            d={levelShapes[level]}
            transform={`translate(${x - shape / 2} ${y - shape / 2})`}
          />
          <text className="level-path-date" x={x} y={height - 6} textAnchor="middle">
            {format.shortDate(at)}
          </text>
        </g>
      ))}
    </svg>
  );
}
