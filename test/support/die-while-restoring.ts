import process from 'node:process';
import { applyPendingRestore } from '#backend/backups/restore.ts';

/** Run as a process of its own: puts a pending backup in place and dies, as in a power cut, after so many steps. */
const [dataFolder = '', steps = '0'] = process.argv.slice(2);
let left = Number(steps);

const outcome = applyPendingRestore(dataFolder, Date.now(), () => {
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  left -= 1;
});
console.log(JSON.stringify({ state: outcome.state }));
