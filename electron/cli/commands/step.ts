import { applicationStep } from '#shared/contract/applications.ts';
import { parseYuan } from '#shared/domain/money.ts';
import { applicationActionKinds } from '#shared/domain/stages.ts';
import type { Command } from '../command.ts';
import { date, instant, strict } from '../command-arguments.ts';
import { applicationIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const known = {
  at: { type: 'string' },
  fee: { type: 'string' },
  until: { type: 'string' },
  reason: { type: 'string' },
  code: { type: 'string' },
  sure: { type: 'boolean' },
} as const;

/** Records what happened to an application. A doubtful step is recorded only when `--sure` says that it happened so. */
export const step: Command = async (args, options) => {
  const { values, positionals } = strict(args, known);
  const [subject, kind, ...others] = positionals;
  if (subject === undefined || kind === undefined)
    throw new UsageError('the application and the step are wanted');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  const wanted = stepIn(kind, values);
  return withSession(options, async ({ call }) => {
    const id = await applicationIdOf(call, subject.trim());
    const { doubts } = await call.applications.stepDoubts({ id, step: wanted });
    if (doubts.length > 0 && values.sure !== true) {
      process.stderr.write(`doubtful: ${doubts.join(' ')}; --sure records it nevertheless\n`);
      return { output: { id, step: wanted, doubts, changeId: null }, failed: true };
    }
    const done = await call.applications.step({ id, step: wanted });
    const { application } = await call.applications.get({ id });
    return { output: { id, number: application.number, stage: application.stage, ...done } };
  });
};

type Given = Readonly<Partial<Record<Exclude<keyof typeof known, 'sure'>, string>>>;

function stepIn(kind: string, values: Given) {
  const { at, fee, until, reason, code } = values;
  const feeFen = fee === undefined ? undefined : parseYuan(fee);
  if (fee !== undefined && feeFen === undefined) throw new UsageError(`--fee: not an amount: ${fee}`);
  const read = applicationStep.safeParse({
    kind,
    atMs: instant(at, 'at'),
    feeFen,
    certifiedUntil: date(until, 'until'),
    reasonText: reason,
    reasonCode: code,
  });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new UsageError(
    place === 'kind'
      ? `not a step: ${kind}; steps: ${applicationActionKinds.join(' ')}`
      : `${kind}: ${place}: ${issue?.message ?? ''}`,
  );
}
