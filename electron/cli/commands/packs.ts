import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Takes a version of a rule pack away that the firm took in and that no application goes by. */
export const packs: Command = async (args, options) => {
  const [deed, id, version, ...others] = strict(args, {}).positionals;
  if (deed !== 'remove') throw new UsageError(`packs: no such thing to do: ${deed ?? ''}`.trim());
  if (id === undefined || version === undefined) throw new UsageError('the pack and its version are missing');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  return withSession(options, async ({ call }) => ({ output: await call.rules.removePack({ id, version }) }));
};
