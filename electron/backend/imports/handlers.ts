import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { decidePlan, decisionsOf, planFile, runImport, saveRefusedRows } from './service.ts';

export const importHandlers = (os: Implementer, backend: Backend) => ({
  plan: os.imports.plan.handler(({ input, signal }) => planFile(backend, input, signal)),
  decide: os.imports.decide.handler(({ input: { planId, decisions }, signal }) =>
    decidePlan(backend, planId, decisionsOf(decisions), signal),
  ),
  run: os.imports.run.handler(({ input: { planId, decisions }, signal }) =>
    runImport(backend, planId, decisionsOf(decisions), signal),
  ),
  refusedWorkbook: os.imports.refusedWorkbook.handler(({ input, signal }) =>
    saveRefusedRows(backend, input.planId, input.target, signal),
  ),
});
