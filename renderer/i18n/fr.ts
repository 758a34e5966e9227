import { app } from './fr/app.ts';
import { common } from './fr/common.ts';
import { entry } from './fr/entry.ts';
import { failures } from './fr/failures.ts';
import { orientation } from './fr/orientation.ts';
import { ui } from './fr/ui.ts';
import { venues } from './fr/venues.ts';

/** French: the first language, whose shape every other follows. One file a feature. */
export const fr = { app, common, entry, failures, orientation, ui, venues };
