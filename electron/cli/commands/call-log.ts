import { callOutcomes } from '#shared/domain/missed-calls.ts';
import type { CallOutcome } from '#shared/domain/missed-calls.ts';
import type { Command } from '../command.ts';
import { instant, strict } from '../command-arguments.ts';
import { applicationIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const known = { at: { type: 'string' }, remark: { type: 'string' }, remove: { type: 'string' } } as const;

/** The reviewer's calls about an application; with an outcome, one more; with --remove, one fewer. */
export const callLog: Command = async (args, options) => {
  const { values, positionals } = strict(args, known);
  const [subject, outcome, ...others] = positionals;
  if (subject === undefined) throw new UsageError('the application is missing');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  if (outcome !== undefined && !isOutcome(outcome))
    throw new UsageError(`not an outcome: ${outcome}; outcomes: ${callOutcomes.join(' ')}`);
  if (outcome === undefined && (values.at !== undefined || values.remark !== undefined))
    throw new UsageError('the outcome is missing');
  const atMs = instant(values.at, 'at');
  return withSession(options, async ({ call }) => {
    const id = await applicationIdOf(call, subject.trim());
    if (values.remove !== undefined) await call.applications.removeCall({ callId: values.remove });
    if (outcome !== undefined) {
      const remark = values.remark ?? null;
      await call.applications.recordCall({ id, outcome, remark, ...(atMs !== undefined && { atMs }) });
    }
    const { application, calls } = await call.applications.get({ id });
    return { output: { id, number: application.number, calls } };
  });
};

const isOutcome = (text: string): text is CallOutcome => callOutcomes.some((outcome) => outcome === text);
