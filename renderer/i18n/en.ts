import { app } from './en/app.ts';
import { availability } from './en/availability.ts';
import { bookingWay } from './en/booking-way.ts';
import { call } from './en/call.ts';
import { callBack } from './en/call-back.ts';
import { common } from './en/common.ts';
import { conversation } from './en/conversation.ts';
import { desktop } from './en/desktop.ts';
import { distance } from './en/distance.ts';
import { entry } from './en/entry.ts';
import { failures } from './en/failures.ts';
import { letter } from './en/letter.ts';
import { level } from './en/level.ts';
import { levelPath } from './en/level-path.ts';
import { lines } from './en/lines.ts';
import { links } from './en/links.ts';
import { mediator } from './en/mediator.ts';
import { orientation } from './en/orientation.ts';
import { queue } from './en/queue.ts';
import { recordings } from './en/recordings.ts';
import { referralLife } from './en/referral-life.ts';
import { referrals } from './en/referrals.ts';
import { scripts } from './en/scripts.ts';
import { scriptsDifference } from './en/scripts-difference.ts';
import { scriptsGraph } from './en/scripts-graph.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { statistics } from './en/statistics.ts';
import { telephone } from './en/telephone.ts';
import { told } from './en/told.ts';
import { training } from './en/training.ts';
import { ui } from './en/ui.ts';
import { venueData } from './en/venue-data.ts';
import { venues } from './en/venues.ts';
import { waitList } from './en/wait-list.ts';
import type { fr } from './fr.ts';

export const en: typeof fr = {
  app,
  availability,
  bookingWay,
  call,
  callBack,
  common,
  conversation,
  desktop,
  distance,
  entry,
  failures,
  letter,
  level,
  levelPath,
  lines,
  links,
  mediator,
  orientation,
  queue,
  recordings,
  referralLife,
  referrals,
  scripts,
  scriptsDifference,
  scriptsGraph,
  search,
  settings,
  statistics,
  telephone,
  told,
  training,
  ui,
  venueData,
  venues,
  waitList,
};
