import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { payFee, removeFee, saveFee, updateFee } from './service.ts';

export const feeHandlers = (os: Implementer, backend: Backend) => ({
  save: os.fees.save.handler(({ input }) => saveFee(backend, input)),
  update: os.fees.update.handler(({ input: { id, ...save } }) => updateFee(backend, id, save)),
  pay: os.fees.pay.handler(({ input }) => payFee(backend, input)),
  remove: os.fees.remove.handler(({ input }) => removeFee(backend, input.id)),
});
