import { z } from 'zod';
import { companyUpkeepSchema } from './company-upkeep.ts';
import { procedure } from './errors.ts';
import { rulePackSchema } from './rule-pack.ts';

const packHead = z.object({ id: z.string(), version: z.string(), asOf: z.string(), sha256: z.string() });

export const rules = {
  list: procedure.output(z.array(packHead)),
  get: procedure
    .input(z.object({ id: z.string(), version: z.string().optional() }))
    .output(packHead.extend({ pack: rulePackSchema })),
  /** What clients keep in order whatever platform they are on: annual report, licence, renewal of papers. */
  upkeep: procedure.output(companyUpkeepSchema),
};
