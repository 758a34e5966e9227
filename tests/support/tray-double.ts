import { EventEmitter } from 'node:events';

/** An entry of a menu. */
export type MenuEntry = {
  readonly label?: string;
  readonly type?: string;
  readonly checked?: boolean;
  readonly click?: () => void;
};

/** The sign beside the clock. */
export class TrayDouble extends EventEmitter {
  menu: readonly MenuEntry[] = [];
  tip = '';
  image: unknown;
  isGone = false;

  constructor(image: unknown) {
    super();
    this.image = image;
  }

  setImage(image: unknown): void {
    this.image = image;
  }
  setToolTip(tip: string): void {
    this.tip = tip;
  }
  setContextMenu(menu: readonly MenuEntry[]): void {
    this.menu = menu;
  }
  destroy(): void {
    this.isGone = true;
  }
}
