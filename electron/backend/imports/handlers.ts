import { setImmediate } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { decisionsOf, planFile, rowsToWrite, runImport, saveRefusedRows } from './service.ts';

export const importHandlers = (os: Implementer, backend: Backend) => ({
  plan: os.imports.plan.handler(({ input, signal }) => planFile(backend, input, signal)),
  run: os.imports.run.handler(async function* ({ input: { planId, decisions }, signal }) {
    yield { kind: 'writing' as const, rows: 0, total: rowsToWrite(backend, planId) };
    // The transaction can't be interrupted: a call that was given up meanwhile is heard here.
    await setImmediate();
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    yield { kind: 'done' as const, ...runImport(backend, planId, decisionsOf(decisions)) };
  }),
  refusedWorkbook: os.imports.refusedWorkbook.handler(({ input, signal }) =>
    saveRefusedRows(backend, input.planId, input.target, signal),
  ),
});
