import type { CalendarDate } from './calendar-date.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type { AccountKind, Platform } from './platform.ts';
import type { AccountNumber, AftercareRule, ChecklistFactKey } from './rule-pack.ts';
import type { ApplicationProgress } from './stages.ts';

export type AccountFacts = {
  readonly accountId: string;
  readonly name: string;
  readonly platform: Platform;
  readonly accountKind: AccountKind;
  readonly certifiedUntil?: CalendarDate;
  /** The numbers of the platform that are on record. */
  readonly numbers?: readonly AccountNumber[];
};

export type ApplicationFacts = {
  readonly applicationId: string;
  readonly accountId: string;
  readonly progress: ApplicationProgress;
  /** The pack the application was opened with; without it the newest one that fits. */
  readonly rulePack?: { readonly id: string; readonly version: string };
  /** Items that still hold the submission back (`checklistCounts(…).open`). */
  readonly missingRequiredCount: number;
  /** Once nothing is missing: findings of the pre-check that hold the submission back. */
  readonly blockerCount?: number;
  /** So many calls of the reviewer were missed that the order ends by the rules: nobody need wait for an answer. */
  readonly areCallsSpent?: boolean;
  /** When the client was asked for them; without it the stage's own start counts. */
  readonly askedAtMs?: number;
  readonly consultantId?: string;
};

/** The firm's word on one step after the end of an order. */
export type AftercareDecision = {
  readonly ruleId: string;
  readonly decision: 'done' | 'not_needed';
  readonly decidedOn: CalendarDate;
};

/** An application that has passed or failed, as far as something follows it. */
export type EndedOrder = {
  readonly applicationId: string;
  readonly accountId: string;
  readonly consultantId?: string;
  readonly openedOn: CalendarDate;
  readonly endedOn: CalendarDate;
  /** What its own version of the rules names for after this end. */
  readonly rules: readonly AftercareRule[];
  /** What its checklist says of the case; an absent answer is an open question. */
  readonly answers: Readonly<Partial<Record<ChecklistFactKey, boolean>>>;
  readonly decisions: readonly AftercareDecision[];
};

export type DocumentFacts = {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly validUntil?: CalendarDate | 'forever';
  readonly filedOn?: CalendarDate;
};

export type FeeFacts = {
  readonly feeId: string;
  readonly title: string;
  readonly owedFen: number;
  readonly chargedOn?: CalendarDate;
  readonly dueOn?: CalendarDate;
  readonly accountId?: string;
  readonly applicationId?: string;
};

export type TaskFacts = {
  readonly taskId: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly dueOn: CalendarDate;
  /** Set when the task has a time of day; its day is then taken from it. */
  readonly dueAtMs?: number;
  readonly accountId?: string;
  readonly applicationId?: string;
  readonly documentId?: string;
  readonly consultantId?: string;
};

/** Everything about one client from which its obligations follow: live rows only, in any order. */
export type ClientFacts = {
  readonly client: {
    readonly clientId: string;
    readonly name: string;
    readonly entityType: EntityType;
    readonly consultantId?: string;
    readonly establishedOn?: CalendarDate;
    readonly licenceUntil?: CalendarDate | 'forever';
    /** The last calendar year whose company annual report was filed. */
    readonly annualReportYear?: number;
  };
  /** Says which annual report is due where none was ever noted, and which steps after a pass are history. */
  readonly today: CalendarDate;
  readonly accounts: readonly AccountFacts[];
  /** Those under way. */
  readonly applications: readonly ApplicationFacts[];
  readonly endedOrders: readonly EndedOrder[];
  readonly documents: readonly DocumentFacts[];
  readonly fees: readonly FeeFacts[];
  readonly tasks: readonly TaskFacts[];
};
