import type { NewAccount } from '#backend/accounts/service.ts';
import { addAccount } from '#backend/accounts/service.ts';
import type { Backend } from '#backend/backend.ts';
import { addClient, addContact } from '#backend/clients/service.ts';
import type { Change } from '#backend/db/change.ts';
import { writePaper } from '#backend/documents/write.ts';
import type { PaperFile } from '#backend/documents/write.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { firmName, personName } from './names.ts';
import type { Random } from './random.ts';

export interface FirmInput {
  readonly random: Random;
  readonly seed: number;
  readonly no: number;
  readonly today: CalendarDate;
  readonly consultantIds: readonly [string, ...string[]];
  readonly files: readonly [PaperFile['inspected'], ...PaperFile['inspected'][]];
}

export interface Firm {
  readonly clientId: string;
  readonly entityType: EntityType;
  readonly consultantId: string | null;
  /** The mini program first. */
  readonly accounts: readonly FirmAccount[];
}

export interface FirmAccount {
  readonly id: string;
  readonly account: Pick<NewAccount, 'platform' | 'kind'>;
}

/** Adds one client with its people, accounts and papers. */
export function addFirm(backend: Backend, change: Change, input: FirmInput): Firm {
  const { random, today } = input;
  const { name, shortName, entityType, creditCode } = firmName(random, input.seed, input.no);
  const representative = personName(random);
  const facts = {
    name,
    entityType,
    creditCode,
    legalRepresentative: representative,
    establishedOn: addDays(today, -400 - random.below(5000)),
    licenceUntil: random.chance(60) ? 'forever' : addDays(today, random.below(3000) - 30),
    consultantId: random.chance(95) ? random.pick(input.consultantIds) : null,
    serviceFeeFen: (3 + random.below(20)) * 10_000,
    serviceStatus: random.chance(93) ? 'active' : 'paused',
    remark: '示例数据',
  } as const;
  const clientId = addClient(backend, change, facts);
  addPeople(backend, change, clientId, representative, input);
  const accountCount = 1 + random.below(5);
  const accounts = Array.from({ length: accountCount }, (_, index) => accountOf(input, shortName, index));
  const added = accounts.map((account) => ({ id: addAccount(backend, change, clientId, account), account }));
  for (const kind of paperKinds(entityType)) addPaper(backend, change, clientId, kind, input);
  return { clientId, entityType, consultantId: facts.consultantId, accounts: added };
}

function addPeople(
  backend: Backend,
  change: Change,
  clientId: string,
  representative: string,
  { random, no }: FirmInput,
): void {
  const isOne = random.chance(40);
  const phone = (offset: number) => `1380000${String((no * 2 + offset) % 10_000).padStart(4, '0')}`;
  const person = {
    email: null,
    wechat: null,
    idNumber: null,
    availableHours: null,
    isFinance: false,
    leftOn: null,
  };
  addContact(backend, change, clientId, {
    ...person,
    name: representative,
    phone: phone(0),
    isLegalRepresentative: true,
    isAdministrator: isOne,
    answersCalls: isOne,
  });
  if (isOne) return;
  addContact(backend, change, clientId, {
    ...person,
    name: personName(random),
    phone: phone(1),
    availableHours: '9:00-18:00',
    isLegalRepresentative: false,
    isAdministrator: true,
    answersCalls: true,
  });
}

/** The first account of a client is a mini program; every other one carries a certification of some age. */
function accountOf({ random, seed, no, today }: FirmInput, shortName: string, index: number): NewAccount {
  const certified = index > 0 && random.chance(75);
  const until = addDays(today, random.below(420) - 40);
  const hash = (seed % 256) * 0x1000000 + no * 8 + index;
  return {
    platform: index > 0 && random.chance(20) ? 'alipay' : 'wechat',
    kind: index > 0 && random.chance(30) ? 'official_account' : 'mini_program',
    name: index === 0 ? shortName : `${shortName}${index + 1}号店`,
    appId: `wx${hash.toString(16).padStart(16, '0')}`,
    certifiedSinceOn: certified ? addDays(until, -365) : null,
    certifiedUntilOn: certified ? until : null,
  };
}

function paperKinds(entityType: EntityType): readonly DocumentKind[] {
  switch (entityType) {
    case 'public_institution':
      return ['public_institution_certificate', 'id_card', 'authorisation_letter'];
    case 'social_group':
      return ['social_group_certificate', 'id_card'];
    case 'private_non_enterprise':
      return ['private_non_enterprise_certificate', 'id_card'];
    default:
      return ['business_licence', 'id_card', 'account_proof'];
  }
}

function addPaper(
  backend: Backend,
  change: Change,
  clientId: string,
  kind: DocumentKind,
  input: FirmInput,
): void {
  const { random, today, files } = input;
  if (random.chance(12)) return;
  const validUntil = random.chance(35) ? ('forever' as const) : addDays(today, random.below(2000) - 60);
  const kept = documentParts(kind).map((part) => ({
    name: `示例_${kind}_${part}.png`,
    part,
    inspected: random.pick(files),
  }));
  writePaper(backend, change, { clientId, documentId: null, kind, validUntil }, kept);
}
