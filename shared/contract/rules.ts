import { z } from 'zod';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { procedure } from './errors.ts';
import { rulePackSchema } from './rule-pack.ts';

const packHead = z.object({ id: z.string(), version: z.string(), asOf: z.string(), sha256: z.string() });

export const rules = {
  list: procedure.output(z.array(packHead)),
  get: procedure
    .input(z.object({ id: z.string(), version: z.string().optional() }))
    .output(packHead.extend({ pack: rulePackSchema })),
  /** The platforms’ categories with what each asks for, checked when the program starts. */
  categories: procedure.output(z.array(packHead.extend({ pack: z.custom<CategoryPack>() }))),
};
