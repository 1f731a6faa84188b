import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientGroup } from '#shared/contract/row-groups.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { Backend } from '#backend/backend.ts';
import { byCertification, byConsultant, byName } from '#backend/row-groups.ts';
import type { Grouping } from '#backend/row-groups.ts';

export function clientGrouping({ db, clock }: Pick<Backend, 'db' | 'clock'>, by: ClientGroup): Grouping {
  switch (by) {
    case 'consultant':
      return byConsultant(db, 'c.consultant_id');
    case 'certified':
      return byCertification('s.certified_sort', clock.today());
    case 'entityType':
      return byName('c.entity_type', entityTypes);
    case 'serviceStatus':
      return byName('c.service_status', serviceStatuses);
    case 'returned':
      return byName(`iif(s.returned_application_id IS NULL, 'no', 'yes')`, ['yes', 'no']);
  }
}
