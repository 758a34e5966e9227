import type { Services } from '../services.ts';
import { postAccount, postAdviserScope, readAccounts } from './accounts.route.ts';
import { signIn, signOut } from './auth.route.ts';
import { calendarFile, getFeed, postFeed, postRevokeFeed } from './calendar-feed.route.ts';
import { colleagues } from './colleagues.route.ts';
import { coopCsv, coopXlsx, visitsCsv, visitsXlsx } from './coop.route.ts';
import { desk } from './desk.ts';
import { doors, type Route } from './doors.ts';
import { rdvWebhookPath, venueFilePath } from './guards.ts';
import { getLinks, postLink, postRevokeLinks } from './issued-links.route.ts';
import { getLines, postLine, postLineChange, postLineOpening } from './lines.route.ts';
import { linkRoutes } from './link.route.ts';
import { getTranslations, letter, messageWords, postTranslation } from './messages.route.ts';
import { overrides } from './override-rates.route.ts';
import { getQueue, postQueueAct } from './queue.route.ts';
import { hearRdv, postRdvPlan } from './rdv-plans.route.ts';
import { getRecordingAudio, getRecordings, postDeleteRecording } from './recordings.route.ts';
import { contours, geography, personas, script, scriptVersion, venues } from './reference.route.ts';
import { postRejoin } from './rejoin.route.ts';
import {
  impact,
  library,
  postDiscard,
  postDraft,
  postLineScript,
  postPublish,
  workshop,
} from './script-library.route.ts';
import { health, session } from './session.route.ts';
import { getSettings, postSettings } from './settings.route.ts';
import { getSetup, openDemonstration, setUp } from './setup.route.ts';
import { getSipAccess } from './sip-access.route.ts';
import { statistics } from './statistics.route.ts';
import { changes, events, sendOperations } from './sync.route.ts';
import { telephonyToken } from './telephony.route.ts';
import { travel } from './travel.route.ts';
import { twilioRoutes } from './twilio.route.ts';
import { findings, standardFile } from './venue-csv.route.ts';
import {
  discardVenues,
  fetchVenues,
  publishVenues,
  sendVenueFile,
  setVenueAddress,
  venueData,
  venueReport,
  venueSetDifference,
} from './venue-data.route.ts';
import { venueLoads } from './venue-load.route.ts';

/** Every route. What is not here does not exist; what is here says which action it takes. */
export function routes(services: Services): readonly Route[] {
  const { open, signed } = doors(services);
  const links = linkRoutes(services);
  return [
    open('GET', '/api/health', 'health.read', health(services)),

    open('GET', '/api/setup', 'setup.read', getSetup(services)),
    open('POST', '/api/setup/administrator', 'setup.create-administrator', setUp(services)),
    open(
      'POST',
      '/api/setup/demonstration',
      'setup.open-demonstration',
      openDemonstration(services),
    ),

    open('POST', '/api/auth/sign-in/email', 'session.sign-in', signIn(services)),
    open('POST', '/api/auth/sign-out', 'session.sign-out', signOut(services)),
    signed('GET', '/api/session', 'session.read', session(services)),

    signed('POST', '/api/operations', 'operation.send', sendOperations(services)),
    signed('GET', '/api/changes', 'change.read', changes(services)),
    signed('GET', '/api/events', 'change.read', events(services)),

    signed('GET', '/api/venues', 'venue.read', venues(services)),
    signed('GET', '/api/venues/load', 'venue.read', venueLoads(services)),
    signed('POST', '/api/travel', 'venue.read', travel(services)),
    signed('POST', '/api/rdv-plans', 'referral.send', postRdvPlan(services)),
    open('POST', rdvWebhookPath, 'rdv.announce', hearRdv(services)),
    signed(
      'GET',
      '/api/geography/communes',
      'geography.read',
      geography(services, 'communes.json.gz'),
    ),
    signed(
      'GET',
      '/api/geography/contours/departements',
      'geography.read',
      geography(services, 'departements.topo.json.gz'),
    ),
    signed('GET', '/api/geography/contours/:departement', 'geography.read', contours(services)),
    signed('GET', '/api/scripts', 'script.edit', library(services)),
    signed('GET', '/api/scripts/by-hash/:hash', 'script.read', scriptVersion(services)),
    signed('GET', '/api/scripts/:id', 'script.read', script(services)),
    signed('GET', '/api/scripts/:id/workshop', 'script.edit', workshop(services)),
    signed('POST', '/api/scripts/:id/draft', 'script.edit', postDraft(services)),
    signed('POST', '/api/scripts/:id/draft/discard', 'script.edit', postDiscard(services)),
    signed('POST', '/api/scripts/:id/publish', 'script.publish', postPublish(services)),
    signed('GET', '/api/scripts/:id/impact', 'script.edit', impact(services)),
    signed('POST', '/api/lines/:id/script', 'line.change', postLineScript(services)),
    signed('GET', '/api/lines', 'line.change', getLines(services)),
    signed('POST', '/api/lines', 'line.change', postLine(services)),
    signed('POST', '/api/lines/:id', 'line.change', postLineChange(services)),
    signed('POST', '/api/lines/:id/open', 'line.open', postLineOpening(services)),

    signed('GET', '/api/queue', 'queue.read', getQueue(services)),
    signed('POST', '/api/queue/:callId/first', 'queue.lead', postQueueAct(services, 'first')),
    signed('POST', '/api/queue/:callId/take', 'queue.lead', postQueueAct(services, 'take')),
    signed('POST', '/api/queue/:callId/listen', 'call.listen', postQueueAct(services, 'listen')),
    signed(
      'POST',
      '/api/queue/:callId/stop-listening',
      'call.listen',
      postQueueAct(services, 'stop-listening'),
    ),
    signed('GET', '/api/training/personas', 'training.ring', personas(services)),

    signed('GET', '/api/telephony/token', 'telephony.join', telephonyToken(services)),
    signed('POST', '/api/telephony/calls/:callId/rejoin', 'telephony.join', postRejoin(services)),
    signed('GET', '/api/telephony/sip', 'telephony.join', getSipAccess(services)),

    signed('GET', '/api/recordings', 'recording.read', getRecordings(services)),
    signed('GET', '/api/recordings/:id/audio', 'recording.hear', getRecordingAudio(services)),
    signed('POST', '/api/recordings/:id/delete', 'recording.delete', postDeleteRecording(services)),

    signed('GET', '/api/colleagues', 'colleague.read', colleagues(services)),

    signed('GET', '/api/statistics', 'statistics.read', statistics(services)),
    signed('GET', '/api/statistics/overrides', 'override-rate.read', overrides(services)),
    signed('GET', '/api/statistics/coop.csv', 'statistics.export', coopCsv(services)),
    signed('GET', '/api/statistics/coop.xlsx', 'statistics.export', coopXlsx(services)),
    signed('GET', '/api/visits/coop.csv', 'visit.export', visitsCsv(services)),
    signed('GET', '/api/visits/coop.xlsx', 'visit.export', visitsXlsx(services)),

    signed('GET', '/api/messages/:id/text', 'message.read', messageWords(services)),
    signed('GET', '/api/messages/:id/letter', 'message.read', letter(services)),
    signed('GET', '/api/translations', 'settings.read', getTranslations(services)),
    signed('POST', '/api/translations', 'settings.change', postTranslation(services)),

    signed('GET', '/api/settings', 'settings.read', getSettings(services)),
    signed('POST', '/api/settings', 'settings.change', postSettings(services)),

    signed('GET', '/api/venue-data', 'venue.import', venueData(services)),
    signed('POST', venueFilePath, 'venue.import', sendVenueFile(services)),
    signed('POST', '/api/venue-data/fetch', 'venue.import', fetchVenues(services)),
    signed('POST', '/api/venue-data/publish', 'venue.import', publishVenues(services)),
    signed('POST', '/api/venue-data/discard', 'venue.import', discardVenues(services)),
    signed('POST', '/api/venue-data/address', 'venue.import', setVenueAddress(services)),
    signed('GET', '/api/venue-data/:setId/report', 'venue.import', venueReport(services)),
    signed(
      'GET',
      '/api/venue-data/:setId/difference',
      'venue.import',
      venueSetDifference(services),
    ),
    signed('GET', '/api/venue-data/:setId/findings.csv', 'venue.import', findings(services)),
    signed('GET', '/api/venue-data/:setId/standard.csv', 'venue.import', standardFile(services)),

    signed('GET', '/api/accounts', 'account.manage', readAccounts(services)),
    signed('POST', '/api/accounts', 'account.manage', postAccount(services)),
    signed('POST', '/api/accounts/:id/calls', 'account.manage', postAdviserScope(services)),

    signed('GET', '/api/referrals/:id/links', 'link.issue', getLinks(services)),
    signed('POST', '/api/referrals/:id/links', 'link.issue', postLink(services)),
    signed('POST', '/api/referrals/:id/links/revoke', 'link.issue', postRevokeLinks(services)),
    ...twilioRoutes(services, { open }),

    open('GET', '/l/:token', 'link.use', links.look),
    open('POST', '/l/:token', 'link.use', links.answer),

    signed('GET', '/api/calendar-feed', 'calendar.issue', getFeed(services)),
    signed('POST', '/api/calendar-feed', 'calendar.issue', postFeed(services)),
    signed('POST', '/api/calendar-feed/revoke', 'calendar.issue', postRevokeFeed(services)),
    open('GET', '/calendar/:file', 'calendar.read', calendarFile(services)),

    open('GET', '*', 'desk.read', desk(services)),
  ];
}
