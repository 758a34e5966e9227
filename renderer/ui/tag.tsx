import { Icon, type IconName } from './icon.tsx';
import './tag.css';

/** A short fact. Amber is for what is now or soon, red for what is at once. */
export function Tag(props: {
  readonly children: string;
  readonly tone?: 'plain' | 'brand' | 'signal' | 'danger';
  readonly icon?: IconName;
}) {
  return (
    <span className={`tag tag-${props.tone ?? 'plain'}`}>
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}
