import type { Level } from '#src/distance';
import { useMessages } from '../i18n/messages.tsx';
import './level-mark.css';

/** Each in a square of 16. */
export const levelShapes: Readonly<Record<Level, string>> = {
  E0: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13',
  E1: 'M2 2h12v12H2Z',
  E2: 'M8 .8 15.2 8 8 15.2.8 8Z',
  E3: 'M8 1.5 15.3 14.5H.7Z',
};

/** The shape of a level alone, beside words that name it. */
export function LevelShape({ level }: { readonly level: Level }) {
  return (
    <svg className="level-shape" viewBox="0 0 16 16" aria-hidden="true">
      <path d={levelShapes[level]} />
    </svg>
  );
}

/** A level: shape, colour, letter and word, always together. */
export function LevelMark(props: { readonly level: Level; readonly short?: boolean }) {
  const { common } = useMessages();
  const word = common.levelNames[props.level];
  return (
    <span className={`level level-${props.level.toLowerCase()}`}>
      <LevelShape level={props.level} />
      {props.level}
      {props.short === true ? <span className="visually-hidden">, {word}</span> : ` · ${word}`}
    </span>
  );
}
