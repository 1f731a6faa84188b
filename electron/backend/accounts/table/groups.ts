import type { AccountGroup } from '#shared/contract/row-groups.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { byCertification, byConsultant, byName, byPlace } from '#backend/row-groups.ts';
import type { Grouping } from '#backend/row-groups.ts';
import { noneUnderWay } from './order.ts';

export function accountGrouping({ db, clock }: Pick<Backend, 'db' | 'clock'>, by: AccountGroup): Grouping {
  switch (by) {
    // A place is a digit for the platform and one for the kind.
    case 'platform':
      return byPlace(`CAST(substr(s.place_sort, 1, 1) AS INTEGER)`, platforms);
    case 'kind':
      return byPlace(`CAST(substr(s.place_sort, 2, 1) AS INTEGER)`, accountKinds);
    case 'consultant':
      return byConsultant(db, 's.consultant_id');
    case 'certified':
      return byCertification('s.certified_sort', clock.today());
    case 'underWay':
      return byName(`iif(s.open_sort < ${noneUnderWay}, 'yes', 'no')`, ['yes', 'no']);
  }
}
