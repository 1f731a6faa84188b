import type { TFunction } from '#renderer/i18n/use-t.ts';

/** The word for the value of a choice, such as a stage; undefined for free text and values of a later program. */
export function choiceWords(table: string, field: string, value: string, t: TFunction): string | undefined {
  return vocabularyOf(table, field, t)[value];
}

const choices = [
  'entity_type',
  'service_status',
  'platform',
  'stage',
  'outcome',
  'decision',
  'kind',
] as const;

/** Whether a field holds the code of a choice, which nobody should read raw. */
export const isChoice = (field: string): boolean => choices.some((choice) => choice === field);

type Words = Readonly<Record<string, string>>;

function vocabularyOf(table: string, field: string, t: TFunction): Words {
  switch (field) {
    case 'entity_type':
      return t('vocabulary.entityType', { returnObjects: true });
    case 'standing':
      return t('vocabulary.standing', { returnObjects: true });
    case 'service_status':
      return t('vocabulary.serviceStatus', { returnObjects: true });
    case 'platform':
      return t('vocabulary.platform', { returnObjects: true });
    case 'stage':
      return t('vocabulary.stage', { returnObjects: true });
    case 'outcome':
      return t('client.history.outcome', { returnObjects: true });
    case 'decision':
      return t('client.history.decision', { returnObjects: true });
    case 'kind':
      return kindsOf(table, t);
    default:
      return {};
  }
}

function kindsOf(table: string, t: TFunction): Words {
  switch (table) {
    case 'accounts':
      return t('vocabulary.accountKind', { returnObjects: true });
    case 'applications':
      return t('vocabulary.applicationKind', { returnObjects: true });
    case 'documents':
      return t('vocabulary.documentKind', { returnObjects: true });
    case 'bank_accounts':
      return t('vocabulary.bankAccountKind', { returnObjects: true });
    case 'fees':
      return t('vocabulary.feeKind', { returnObjects: true });
    case 'client_relations':
      return t('vocabulary.relationKind', { returnObjects: true });
    default:
      return {};
  }
}
