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
}

const ClientContext = createContext<ClientOnPage | undefined>(undefined);

export const ClientProvider = ClientContext;

export function useClient(): ClientOnPage {
  const value = use(ClientContext);
  if (value === undefined) throw new Error('useClient is used outside of a client page');
  return value;
}
