import { app } from './fr/app.ts';
import { common } from './fr/common.ts';
import { failures } from './fr/failures.ts';
import { ui } from './fr/ui.ts';

/** French: the first language, whose shape every other follows. One file a feature. */
export const fr = { app, common, failures, ui };
