import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type { AccountKind, Platform } from './platform.ts';
import type { Provenance, RuleSource, RuleText } from './rule-pack.ts';
import type { CalendarDate } from './calendar-date.ts';

/** A day that comes back every year; never 29 February. */
export type DayOfYear = { readonly month: number; readonly day: number };

/** When these bodies hand in their report (企业年报): days of the year after the one it is about, both inclusive. */
export type AnnualReportWindow = Provenance & {
  readonly entityTypes: readonly EntityType[];
  readonly opens: DayOfYear;
  readonly ends: DayOfYear;
};

/** What the registry does to a body whose report is not there, and within how many working days after the end. */
export type AnnualReportLoss = Provenance & {
  readonly entityTypes: readonly EntityType[];
  readonly withinWorkingDays: number | null;
  readonly text: RuleText;
};

export type AnnualReportRule = {
  readonly windows: readonly AnnualReportWindow[];
  /** The firm's own plan: handed in so many days before the end. */
  readonly plan: Provenance & { readonly submitDaysBefore: number };
  readonly losses: readonly AnnualReportLoss[];
};

/** A filing refuses a licence that is about to end. */
export type LicenceTermRule = {
  /** Whose filing does, and what happens. */
  readonly refusal: Provenance & {
    readonly platforms: readonly Platform[];
    readonly accountKinds: readonly AccountKind[];
    readonly text: RuleText;
  };
  /** Days that must be left on the licence. */
  readonly margin: Provenance & { readonly days: number };
};

/** How many days before its end the renewal of a paper must begin. */
export type PaperRenewal = Provenance & { readonly beginDaysBefore: number };

/** The same for some kinds of papers, and how long such a paper usually lasts, where that is known. */
export type PaperKindRenewal = PaperRenewal & {
  readonly kinds: readonly DocumentKind[];
  readonly lasts?: Provenance & { readonly years: number };
};

/** What a client has to keep in order whatever platform it is on: data, never code. */
export type CompanyUpkeep = {
  readonly id: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly title: RuleText;
  readonly sources: readonly RuleSource[];
  readonly annualReport: AnnualReportRule;
  readonly licenceTerm: LicenceTermRule;
  readonly papers: {
    /** For every kind of paper that is not named below. */
    readonly usual: PaperRenewal;
    readonly kinds: readonly PaperKindRenewal[];
  };
};
