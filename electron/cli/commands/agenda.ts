import type { Command } from '../command.ts';
import { date, noArgument, wholeNumber } from '../command-arguments.ts';
import { withSession } from '../session.ts';

export const agenda: Command = async (args, options) => {
  const values = noArgument(args, { on: { type: 'string' }, days: { type: 'string' } });
  const on = date(values.on, 'on');
  const days = wholeNumber(values.days, 'days');
  const input = { ...(on !== undefined && { on }), ...(days !== undefined && { days }), limit: 100_000 };
  return withSession(options, async ({ call }) => ({ output: await call.agenda.list(input) }));
};
