import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { saveReturnedRows } from './returned.ts';
import { decidePlan, decisionsOf, planFile, runImport } from './service.ts';

export const importHandlers = (os: Implementer, backend: Backend) => ({
  plan: os.imports.plan.handler(({ input, signal }) => planFile(backend, input, signal)),
  decide: os.imports.decide.handler(({ input: { planId, decisions }, signal }) =>
    decidePlan(backend, planId, decisionsOf(decisions), signal),
  ),
  run: os.imports.run.handler(({ input: { planId, decisions }, signal }) =>
    runImport(backend, planId, decisionsOf(decisions), signal),
  ),
  returnedWorkbook: os.imports.returnedWorkbook.handler(({ input, signal }) =>
    saveReturnedRows(backend, input.planId, input.target, signal),
  ),
});
