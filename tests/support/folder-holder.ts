/** A process that takes a data folder, says so, and stays until it is told to stop: for tests of the lock. */
import { holdDataFolder, keptPort } from '../../main/cli/data-folder.ts';

const [folder = '', what = 'npm start'] = process.argv.slice(2);
const hold = await holdDataFolder(folder, what);
if (hold.ok) {
  const port = await keptPort(folder);
  await hold.value.announce(`http://127.0.0.1:${port.ok ? port.value : 0}`);
  process.stdout.write('held\n');
  process.stdin.resume();
  process.stdin.once('end', () => {
    void hold.value.release();
  });
} else {
  process.stdout.write(`refused ${JSON.stringify(hold.error.holder)}\n`);
}
