// npm run setup [-- --no-build]: makes this clone ready to run. The other commands do the same by themselves.
import { reportFailure, say, secondsSince } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';

const startedAtMs = Date.now();
const unknown = process.argv.slice(2).find((argument) => argument !== '--no-build');
if (unknown) {
  say(`unknown argument ${unknown}; usage: npm run setup [-- --no-build]`);
  process.exit(2);
}
try {
  await setUp({ electron: true, build: !process.argv.includes('--no-build'), retryOfficial: true });
  say(`ready after ${secondsSince(startedAtMs)}`);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
