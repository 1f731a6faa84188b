import { createContext, use } from 'react';
import type { DocumentDetails } from '#shared/contract/documents.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';

/** The paper of the page and the day it is looked at. */
interface PaperOnPage {
  readonly paper: DocumentDetails;
  readonly today: CalendarDate;
}

const PaperContext = createContext<PaperOnPage | undefined>(undefined);

export const PaperProvider = PaperContext;

export function usePaper(): PaperOnPage {
  const value = use(PaperContext);
  if (value === undefined) throw new Error('usePaper is used outside of a paper’s page');
  return value;
}

export type PaperVersion = DocumentDetails['versions'][number];
