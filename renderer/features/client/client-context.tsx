import { createContext, use } from 'react';
import type { ClientDetails } from '#shared/contract/clients.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';

/** The client of the page and the moment it is looked at. */
export interface ClientOnPage {
  readonly details: ClientDetails;
  readonly today: CalendarDate;
  readonly nowMs: number;
  readonly calendar: WorkingCalendar;
  /** On the page of one account alone: which, and the application that its new fees and reminders belong to. */
  readonly account?: { readonly id: string; readonly applicationId: string | null };
}

const ClientContext = createContext<ClientOnPage | undefined>(undefined);

export const ClientProvider = ClientContext;

export function useClient(): ClientOnPage {
  const value = use(ClientContext);
  if (value === undefined) throw new Error('useClient is used outside of a client page');
  return value;
}
