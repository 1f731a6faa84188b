import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { ApplicationDetails, PreCheckReport } from '#shared/contract/applications.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';

/** What every part of the page speaks of. */
export interface Case {
  readonly details: ApplicationDetails;
  readonly today: CalendarDate;
  readonly nowMs: number;
  /** The application's own version of the rules; absent until it is read. */
  readonly pack: RulePack | undefined;
  /** The rejection forecast, by that version. */
  readonly preCheck: PreCheckReport;
}

const CaseContext = createContext<Case | undefined>(undefined);

export function CaseProvider({ value, children }: { readonly value: Case; readonly children: ReactNode }) {
  return <CaseContext value={value}>{children}</CaseContext>;
}

export function useCase(): Case {
  const value = use(CaseContext);
  if (value === undefined) throw new Error('useCase is used outside of CaseProvider');
  return value;
}
