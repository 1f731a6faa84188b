import type { ApplicationGroup } from '#shared/contract/row-groups.ts';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Db } from '#backend/db/open.ts';
import { byConsultant, byPlace } from '#backend/row-groups.ts';
import type { Grouping } from '#backend/row-groups.ts';

export function applicationGrouping(db: Db, by: ApplicationGroup): Grouping {
  switch (by) {
    case 'stage':
      return byPlace('+s.stage_sort', stages);
    case 'consultant':
      return byConsultant(db, 's.consultant_id');
    case 'platform':
      return byPlace('+s.platform_sort', platforms);
    case 'kind':
      return byPlace('+s.kind_sort', applicationKinds);
  }
}
