/** What the filters of all lists are made of, with bounds that no person reaches. */
import { z } from 'zod';
import { id } from './values.ts';

export const maxFilterText = 500;
export const filterText = z.string().max(maxFilterText);

/** One of these will do. */
export const some = <Value extends z.ZodType>(value: Value) => z.array(value).max(500);

/** People in charge, and nobody. */
export const someConsultants = some(id.or(z.literal('nobody')));
