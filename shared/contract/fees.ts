import { z } from 'zod';
import { procedure } from './errors.ts';
import { calendarDate, done, fen, id, line, optionalLine } from './values.ts';

export const feeKinds = ['platform', 'service', 'other'] as const;

export const feeFields = z.object({
  kind: z.enum(feeKinds),
  title: line.min(1),
  amountFen: fen,
  chargedOn: calendarDate,
  dueOn: calendarDate.nullable(),
  invoiceNumber: optionalLine,
});

export const feeRow = feeFields.extend({ id, applicationId: id.nullable(), paidFen: fen });

export const fees = {
  save: procedure
    .input(
      z.object({
        clientId: id,
        id: id.nullable(),
        applicationId: id.nullable().default(null),
        fee: feeFields,
      }),
    )
    .output(done.extend({ id })),
  /** Writes only the fields in `changes`; each is refused as STALE when the stored value is not `base`'s. */
  update: procedure
    .input(z.object({ id, base: feeFields.partial(), changes: feeFields.partial() }))
    .output(done),
  remove: procedure.input(z.object({ id })).output(done),
  pay: procedure
    .input(z.object({ feeId: id, amountFen: fen, paidOn: calendarDate, method: optionalLine.default(null) }))
    .output(done.extend({ id })),
};
