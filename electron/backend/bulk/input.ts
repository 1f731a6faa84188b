import type { z } from 'zod';
import type { accountsBulk } from '#shared/contract/bulk-accounts.ts';
import type { bulk } from '#shared/contract/bulk.ts';

type Contract = typeof bulk & typeof accountsBulk;

/** What a procedure about many rows is given. */
export type Input<Name extends keyof Contract> = z.infer<NonNullable<Contract[Name]['~orpc']['inputSchema']>>;
