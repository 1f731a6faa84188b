import type { CompanyUpkeep } from './company-upkeep.ts';
import type { Provenance } from './rule-pack.ts';
import { sourceFaults } from './source-faults.ts';
import type { Placed, SourceFaultCode } from './source-faults.ts';

/** A way in which the parts of the file do not fit together; `at` names the place. */
export type CompanyUpkeepFault = {
  readonly code: SourceFaultCode | 'duplicate_id' | 'loss_without_report' | 'window_backwards';
  readonly at: string;
};

/** Everything in a well-formed file that points nowhere, is said twice, or contradicts itself. */
export function companyUpkeepFaults(upkeep: CompanyUpkeep): CompanyUpkeepFault[] {
  return [
    ...sourceFaults(upkeep, leavesOf(upkeep)),
    ...repeated(
      'sources',
      upkeep.sources.map(({ code }) => code),
    ),
    ...repeated('annualReport.windows', reporters(upkeep)),
    ...repeated(
      'annualReport.losses',
      upkeep.annualReport.losses.flatMap(({ entityTypes }) => entityTypes),
    ),
    ...repeated(
      'papers.kinds',
      upkeep.papers.kinds.flatMap(({ kinds }) => kinds),
    ),
    ...lossFaults(upkeep),
    ...windowFaults(upkeep),
  ];
}

function leavesOf({ annualReport, licenceTerm, papers }: CompanyUpkeep): Placed<Provenance>[] {
  return [
    ...annualReport.windows.map((rule, at): Placed<Provenance> => [`annualReport.windows.${at}`, rule]),
    ['annualReport.plan', annualReport.plan],
    ...annualReport.losses.map((rule, at): Placed<Provenance> => [`annualReport.losses.${at}`, rule]),
    ['licenceTerm.refusal', licenceTerm.refusal],
    ['licenceTerm.margin', licenceTerm.margin],
    ['papers.usual', papers.usual],
    ...papers.kinds.flatMap((rule, at): Placed<Provenance>[] => [
      [`papers.kinds.${at}`, rule],
      ...(rule.lasts === undefined ? [] : [[`papers.kinds.${at}.lasts`, rule.lasts] as const]),
    ]),
  ];
}

const reporters = ({ annualReport }: CompanyUpkeep) =>
  annualReport.windows.flatMap(({ entityTypes }) => entityTypes);

const repeated = (at: string, ids: readonly string[]): CompanyUpkeepFault[] =>
  new Set(ids).size < ids.length ? [{ code: 'duplicate_id', at }] : [];

/** Only a body that reports can lose by not reporting. */
const lossFaults = (upkeep: CompanyUpkeep): CompanyUpkeepFault[] =>
  upkeep.annualReport.losses.flatMap(({ entityTypes }, at) =>
    entityTypes.every((type) => reporters(upkeep).includes(type))
      ? []
      : [{ code: 'loss_without_report', at: `annualReport.losses.${at}` }],
  );

const windowFaults = ({ annualReport }: CompanyUpkeep): CompanyUpkeepFault[] =>
  annualReport.windows.flatMap(({ opens, ends }, at) =>
    opens.month * 100 + opens.day <= ends.month * 100 + ends.day
      ? []
      : [{ code: 'window_backwards', at: `annualReport.windows.${at}` }],
  );
