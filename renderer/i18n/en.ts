import { app } from './en/app.ts';
import { common } from './en/common.ts';
import { entry } from './en/entry.ts';
import { failures } from './en/failures.ts';
import { orientation } from './en/orientation.ts';
import { ui } from './en/ui.ts';
import { venues } from './en/venues.ts';
import type { fr } from './fr.ts';

export const en: typeof fr = { app, common, entry, failures, orientation, ui, venues };
