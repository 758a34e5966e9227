import { app } from './en/app.ts';
import { common } from './en/common.ts';
import { failures } from './en/failures.ts';
import { ui } from './en/ui.ts';
import type { fr } from './fr.ts';

export const en: typeof fr = { app, common, failures, ui };
