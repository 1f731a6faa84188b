import { z } from 'zod';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { clockUnits, waitingParties } from '#shared/domain/rule-pack.ts';
import type { RuleText, ValidityLoss } from '#shared/domain/rule-pack.ts';
import { calendarDate, fen, id, instant } from './values.ts';

/** A dated duty, as the derived table holds it. `dueOn` orders the agenda: the internal date, else the legal one. */
export const obligationRow = z.object({
  id,
  kind: z.enum(obligationKinds),
  /** Null for a task of the firm's own. */
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  accountId: id.nullable(),
  applicationId: id.nullable(),
  documentId: id.nullable(),
  feeId: id.nullable(),
  taskId: id.nullable(),
  consultantId: id.nullable(),
  consultantName: z.string().nullable(),
  subject: z.string(),
  /** Of a step after a pass: its rule, what the rule calls it, and the account it is about. */
  step: z.object({ ruleId: z.string(), title: z.custom<RuleText>(), accountName: z.string() }).nullable(),
  /** Of the end of a certification: what the platform takes away after it. */
  losses: z.array(z.custom<ValidityLoss>()),
  waitingOn: z.enum(waitingParties),
  unit: z.enum(clockUnits),
  total: z.int().nullable(),
  startsOn: calendarDate.nullable(),
  startsAtMs: instant.nullable(),
  opensOn: calendarDate.nullable(),
  legalOn: calendarDate.nullable(),
  legalAtMs: instant.nullable(),
  internalOn: calendarDate.nullable(),
  dueOn: calendarDate,
  provisional: z.boolean(),
  stakeFen: fen.nullable(),
  refillNo: z.int().nullable(),
  /** How many refills the rules allow; null where they do not say. */
  refillMax: z.int().nullable(),
  /** Of a case whose papers are complete: findings of the pre-check that hold the submission back. */
  blockerCount: z.int().nullable(),
});
export type ObligationRow = z.infer<typeof obligationRow>;
