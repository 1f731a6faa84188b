import type { FileFaultCode } from '#shared/contract/file-checks.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** What the last look at the firm's files has found, and what can be done about it; without hashes for all of them. */
export const files: Command = async (args, options) => {
  const { values, positionals } = strict(args, { sure: { type: 'boolean' } });
  const [deed = 'faults', ...hashes] = positionals;
  switch (deed) {
    case 'faults':
      return withSession(options, async ({ call }) => ({
        output: { ...(await call.fileChecks.health()), ...(await call.fileChecks.faults()) },
      }));
    case 'repair':
      return withSession(options, async ({ call }) => {
        const sha256s = await meant(call, hashes, ['missing', 'altered', 'unreadable']);
        if (sha256s.length === 0) return { output: { repairedCount: 0, leftCount: 0 } };
        const output = await call.fileChecks.repair({ sha256s });
        return { output, failed: output.leftCount > 0 };
      });
    case 'remove-orphans':
      if (values.sure !== true)
        throw new UsageError('files remove-orphans: it can not be undone; --sure says that it is meant');
      return withSession(options, async ({ call }) => {
        const sha256s = await meant(call, hashes, ['orphaned']);
        if (sha256s.length === 0) return { output: { removedCount: 0, leftCount: 0 } };
        return { output: await call.fileChecks.removeOrphans({ sha256s }) };
      });
    default:
      throw new UsageError(`files: no such thing to do: ${deed}`);
  }
};

async function meant(
  call: LocalClient,
  hashes: readonly string[],
  faults: readonly FileFaultCode[],
): Promise<string[]> {
  if (hashes.length > 0) return [...hashes];
  const found = await call.fileChecks.faults();
  return found.files.filter(({ fault }) => faults.includes(fault)).map(({ sha256 }) => sha256);
}
