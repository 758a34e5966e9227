import { app } from './fr/app.ts';
import { availability } from './fr/availability.ts';
import { bookingWay } from './fr/booking-way.ts';
import { call } from './fr/call.ts';
import { callBack } from './fr/call-back.ts';
import { common } from './fr/common.ts';
import { conversation } from './fr/conversation.ts';
import { desktop } from './fr/desktop.ts';
import { distance } from './fr/distance.ts';
import { entry } from './fr/entry.ts';
import { failures } from './fr/failures.ts';
import { letter } from './fr/letter.ts';
import { level } from './fr/level.ts';
import { levelPath } from './fr/level-path.ts';
import { lines } from './fr/lines.ts';
import { links } from './fr/links.ts';
import { mediator } from './fr/mediator.ts';
import { orientation } from './fr/orientation.ts';
import { queue } from './fr/queue.ts';
import { recordings } from './fr/recordings.ts';
import { referralLife } from './fr/referral-life.ts';
import { referrals } from './fr/referrals.ts';
import { scripts } from './fr/scripts.ts';
import { scriptsDifference } from './fr/scripts-difference.ts';
import { scriptsGraph } from './fr/scripts-graph.ts';
import { search } from './fr/search.ts';
import { settings } from './fr/settings.ts';
import { statistics } from './fr/statistics.ts';
import { telephone } from './fr/telephone.ts';
import { told } from './fr/told.ts';
import { training } from './fr/training.ts';
import { ui } from './fr/ui.ts';
import { venueData } from './fr/venue-data.ts';
import { venues } from './fr/venues.ts';
import { waitList } from './fr/wait-list.ts';

/** French: the first language, whose shape every other follows. One file a feature. */
export const fr = {
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
