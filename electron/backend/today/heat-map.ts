import { heatKinds } from '#shared/contract/today.ts';
import type { TodayPage } from '#shared/contract/today.ts';
import { addMonths, calendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import { endsByMonth } from '#backend/obligations/service.ts';
import { consultants } from './queries.ts';

type HeatKind = (typeof heatKinds)[number];
const monthCount = 12;

/** What ends in each of the next twelve months, by kind; the first column is this month. */
export function heatMap(backend: Backend, today: CalendarDate): TodayPage['heat'] {
  const first = calendarDate(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: monthCount }, (_, index) => addMonths(first, index));
  const ends = endsByMonth(backend, first, addMonths(first, monthCount));
  const counts = new Map<string, number>();
  for (const { month, kind, document_kind: documentKind, n } of ends) {
    const key = `${heatKindOf(kind, documentKind)} ${month}`;
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return {
    months: months.map((month) => month.slice(0, 7)),
    rows: heatKinds.map((kind) => ({
      kind,
      counts: months.map((month) => counts.get(`${kind} ${month.slice(0, 7)}`) ?? 0),
    })),
    provisional: months.map((month) => backend.calendar.isProvisional(month)),
    monthlyCapacity: consultants(backend.db).reduce(
      (sum, { weekly_capacity: weekly }) => sum + (weekly ?? 0) * 4,
      0,
    ),
  };
}

/** The row of the map on which an end stands. */
export function heatKindOf(kind: string, documentKind: string | null): HeatKind {
  if (kind === 'certification_expiry') return 'certification';
  switch (documentKind as DocumentKind | null) {
    case 'food_business_permit':
    case 'telecom_permit':
    case 'education_permit':
    case 'medical_permit':
    case 'media_permit':
    case 'industry_permit':
      return 'permit';
    case 'business_licence':
    case 'public_institution_certificate':
    case 'credit_code_certificate':
    case 'social_group_certificate':
    case 'private_non_enterprise_certificate':
    case 'foundation_certificate':
    case 'representative_office_certificate':
    case 'law_firm_licence':
    case 'overseas_registration':
      return 'licence';
    case 'id_card':
      return 'id_card';
    default:
      return 'other';
  }
}
