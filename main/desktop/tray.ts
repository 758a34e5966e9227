import { Menu, type NativeImage, nativeImage, Tray } from 'electron';
import type { TrayMenu } from '#src/contract';

type Acts = {
  readonly choose: (presence: TrayMenu['choices'][number]['presence']) => void;
  readonly open: () => void;
  readonly quit: () => void;
};

/** The sign beside the clock: what the adviser is, and their choice of it. Gives the way to change it. */
export function keepTray(acts: Acts): (menu: TrayMenu | null) => void {
  let tray: Tray | null = null;
  return (menu) => {
    if (menu === null) {
      tray?.destroy();
      tray = null;
      return;
    }
    const isAvailable = menu.choices.some((choice) => choice.isChosen && isReady(choice));
    if (tray === null) {
      tray = new Tray(sign(isAvailable));
      tray.on('click', acts.open);
    } else tray.setImage(sign(isAvailable));
    tray.setToolTip(`Aiguillage : ${menu.says}`);
    tray.setContextMenu(menuOf(menu, acts));
  };
}

function isReady({ presence }: TrayMenu['choices'][number]): boolean {
  return presence === 'available';
}

function menuOf(menu: TrayMenu, acts: Acts): Menu {
  return Menu.buildFromTemplate([
    ...menu.choices.map(({ presence, label, isChosen }) => ({
      type: 'radio' as const,
      label,
      checked: isChosen,
      click: () => acts.choose(presence),
    })),
    { type: 'separator' },
    { label: menu.open, click: acts.open },
    { label: menu.quit, click: acts.quit },
  ]);
}

const size = 32;
/** The green and the grey of the desk, as the system keeps pixels: blue, green, red, opacity. */
const green = [0x5a, 0x8c, 0x1f, 0xff] as const;
const grey = [0x80, 0x80, 0x80, 0xff] as const;

/** A full disc while calls ring here, else a ring: not by its colour alone. */
function sign(isAvailable: boolean): NativeImage {
  const pixels = Buffer.alloc(size * size * 4);
  const middle = (size - 1) / 2;
  const outer = 13;
  const inner = isAvailable ? 0 : 8;
  for (let place = 0; place < size * size; place += 1) {
    const away = Math.hypot((place % size) - middle, Math.floor(place / size) - middle);
    if (away <= outer && away >= inner) pixels.set(isAvailable ? green : grey, place * 4);
  }
  return nativeImage.createFromBitmap(pixels, { width: size, height: size });
}
