import { startJobs } from '../../main/hub/jobs/jobs.ts';
import { twilioCarrier } from '../../main/hub/notifications/twilio.ts';
import { openJournal } from '../../main/hub/operations/journal.ts';
import { openDatabase } from '../../main/hub/storage/database.ts';
import { testPorts } from './hub.ts';
import { testAccount } from './twilio-account.ts';

// A hub's jobs as a process of their own, so that a test can kill it: DATABASE GATEWAY NOW.
const [url = '', origin = '', now = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
const began = performance.now();
startJobs({
  database,
  journal: await openJournal(database),
  ports: {
    ...testPorts,
    clock: () => new Date(Date.parse(now) + performance.now() - began).toISOString(),
  },
  carriers: { sms: twilioCarrier({ ...testAccount, origin }) },
  publicUrl: 'https://aide.exemple.invalid',
  mailFrom: '',
  graceMs: 1000,
  times: { poll: 1, expire: 2, watch: 1, retry: 1 },
});
