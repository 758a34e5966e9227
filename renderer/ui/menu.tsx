import { type ReactNode, useState } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import type { Combination } from './shortcut-registry.ts';
import { useShortcut } from './shortcuts.tsx';

type MenuChoice = {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly hint?: string;
  /** A line above: what follows is of another kind. */
  readonly isApart?: boolean;
  readonly run: () => void;
};

/** A button (the child) that opens a list of things to do. */
export function Menu(props: {
  readonly label: string;
  readonly items: readonly MenuChoice[];
  readonly children: ReactNode;
  /** Opens it. */
  readonly shortcut?: Combination;
  readonly placement?: 'bottom end' | 'bottom start' | 'right bottom' | 'top start';
}) {
  const [isOpen, setOpen] = useState(false);
  useShortcut(props.shortcut, props.label, () => setOpen(true));
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {props.children}
      <Popover className="popover" placement={props.placement ?? 'bottom end'}>
        <AriaMenu aria-label={props.label}>
          {props.items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={item.isApart === true ? 'list-option list-option-apart' : 'list-option'}
              onAction={item.run}
            >
              {item.icon === undefined ? <span className="icon" /> : <Icon name={item.icon} />}
              {item.label}
              {item.hint === undefined ? null : <small>{item.hint}</small>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
