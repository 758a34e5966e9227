import type { IconName } from '../../../ui/icon.tsx';
import type { NodeType } from '../edited/edited-script.ts';
import type { GraphMark } from './drawn-script.ts';

/** What each kind of node looks like: an icon and a shape, beside the words. */
export const kindLooks: Readonly<
  Record<NodeType, { readonly icon: IconName; readonly shape: 'asks' | 'says' | 'turns' | 'ends' }>
> = {
  choice: { icon: 'question', shape: 'asks' },
  choices: { icon: 'choices', shape: 'asks' },
  text: { icon: 'edit', shape: 'asks' },
  number: { icon: 'number', shape: 'asks' },
  date: { icon: 'calendar', shape: 'asks' },
  commune: { icon: 'pin', shape: 'asks' },
  instruction: { icon: 'sms', shape: 'says' },
  decision: { icon: 'follow', shape: 'turns' },
  orientation: { icon: 'map', shape: 'asks' },
  score: { icon: 'chart', shape: 'asks' },
  script: { icon: 'document', shape: 'asks' },
  retry: { icon: 'callback', shape: 'turns' },
  outcome: { icon: 'end', shape: 'ends' },
};

export const markIcons: Readonly<Record<GraphMark, IconName>> = {
  error: 'alert',
  warning: 'info',
  added: 'plus',
  removed: 'minus',
  changed: 'edit',
  passed: 'check',
  current: 'voice',
};
