import { checkCreditCode } from './credit-code.ts';
import type { EntityType } from './entity-type.ts';
import { isEntityType, mayCarryCodeOf } from './entity-type.ts';
import { readCell } from './import-cell.ts';
import { importFields } from './import-fields.ts';
import type { ImportValues } from './import-fields.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { checkPlatformId, platformIdKindOf, recognisePlatformId } from './platform-ids.ts';
import type { AccountKind, Platform } from './platform.ts';

export type ParsedRow = {
  readonly values: ImportValues;
  readonly notes: readonly CellNote[];
  /** The entity type that the credit code speaks for, when the sheet names none. */
  readonly entityTypeOfCode?: EntityType;
  readonly accountKind?: AccountKind;
};

/** The cells of one row by field, as text. */
export type RowCells = ImportValues;

/** Reads the cells of one row. `is1904`: the workbook counts its days from 1904. */
export function parseImportRow(cells: RowCells, is1904 = false): ParsedRow {
  const values: ImportValues = {};
  const notes: CellNote[] = [];
  let accountKind: AccountKind | undefined;
  for (const field of importFields) {
    const text = cells[field];
    if (text === undefined) continue;
    const reading = readCell(field, text, is1904);
    if (reading.value !== undefined && reading.value !== '') values[field] = reading.value;
    notes.push(...reading.notes);
    accountKind ??= reading.accountKind;
  }
  const suggested =
    values.creditCode === undefined ? undefined : checkCreditCode(values.creditCode).suggestedEntityType;
  const entityTypeOfCode = values.entityType === undefined ? suggested : undefined;
  return {
    values,
    notes: [
      ...notes,
      ...nameNotes(values, notes),
      ...typeNotes(values, suggested),
      ...standingNotes(values, notes),
      ...accountNotes(values, accountKind),
    ],
    ...(entityTypeOfCode !== undefined && { entityTypeOfCode }),
    ...(accountKind !== undefined && { accountKind }),
  };
}

/** True when the row says something about an account. */
export const hasAccount = (values: ImportValues): boolean =>
  values.accountName !== undefined || values.appId !== undefined || values.certifiedUntil !== undefined;

/** The platform of a row's account: as it says, else as its AppID shows, else WeChat. */
export function platformOf(values: ImportValues): Platform {
  if (values.platform !== undefined) return values.platform as Platform;
  return values.appId !== undefined && recognisePlatformId(values.appId) === 'douyin_app_id'
    ? 'douyin'
    : 'wechat';
}

function nameNotes(values: ImportValues, notes: readonly CellNote[]): CellNote[] {
  const isSaid = values.name !== undefined || notes.some(({ field }) => field === 'name');
  return isSaid ? [] : [cellNote('name', 'error', 'empty')];
}

function typeNotes({ entityType }: ImportValues, suggested: EntityType | undefined): CellNote[] {
  if (!isEntityType(entityType) || suggested === undefined) return [];
  if (mayCarryCodeOf(suggested, entityType)) return [];
  return [cellNote('entityType', 'warning', 'entity_type_differs', { value: entityType, suggested })];
}

/** A day on which nothing was found out says nothing; it is kept all the same for a standing that is stored. */
function standingNotes(
  { standing, standingCheckedOn }: ImportValues,
  notes: readonly CellNote[],
): CellNote[] {
  const isSaid = standing !== undefined || notes.some(({ field }) => field === 'standing');
  return standingCheckedOn === undefined || isSaid
    ? []
    : [cellNote('standing', 'warning', 'standing_missing', { value: standingCheckedOn })];
}

function accountNotes(values: ImportValues, kind: AccountKind = 'mini_program'): CellNote[] {
  const notes: CellNote[] = [];
  const { appId } = values;
  const idKind = platformIdKindOf(platformOf(values), kind);
  if (appId !== undefined && idKind !== undefined && checkPlatformId(idKind, appId).level !== 'ok') {
    notes.push(cellNote('appId', 'warning', 'app_id_shape', { value: appId }));
  }
  if (hasAccount(values) && values.accountName === undefined) {
    notes.push(cellNote('accountName', 'warning', 'account_name_missing'));
  }
  return notes;
}
