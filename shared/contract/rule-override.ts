import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { clockIds, holders } from '#shared/domain/rule-pack.ts';
import { line } from './values.ts';

/** What the firm lays over a pack; whether a value is sound is for the domain to say, which names the field. */
export const overrideChange: z.ZodType<OverrideChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fee'), entityType: z.enum(entityTypes), amountFen: z.int() }),
  z.object({ kind: z.literal('clock'), clockId: z.enum(clockIds), total: z.int() }),
  z.object({
    kind: z.literal('paper'),
    entityTypes: z.array(z.enum(entityTypes)).min(1),
    documentKind: z.enum(documentKinds),
    holder: z.enum(holders).optional(),
    title: line.min(1),
    firstTitle: line.min(1).optional(),
  }),
]);
