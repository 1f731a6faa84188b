import { readFileSync } from 'node:fs';
import { companyUpkeepSchema } from '#shared/contract/company-upkeep.ts';
import type { CompanyUpkeep } from '#shared/domain/company-upkeep.ts';

const file = new URL('../../../resources/upkeep/company-upkeep.json', import.meta.url);

/** The shipped file as it stands, unchecked. */
export const upkeepFile: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** The shipped rules of upkeep as the program reads them. */
export const companyUpkeep: CompanyUpkeep = companyUpkeepSchema.parse(upkeepFile);
