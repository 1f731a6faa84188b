import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import type { LoadedPack } from './service.ts';

const headOf = ({ pack, sha256 }: LoadedPack) => ({
  id: pack.id,
  version: pack.version,
  asOf: pack.asOf,
  sha256,
});

export const rulesHandlers = (os: Implementer, backend: Backend) => ({
  list: os.rules.list.handler(() => backend.rules.all.map(headOf)),
  get: os.rules.get.handler(({ input }) => {
    const loaded = backend.rules.get(input.id, input.version);
    return { ...headOf(loaded), pack: loaded.pack };
  }),
  upkeep: os.rules.upkeep.handler(() => backend.upkeep.rules),
});
