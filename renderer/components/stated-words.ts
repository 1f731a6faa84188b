/** What a paper says, in words: the fields by their names, and how a typed value stands to what is on file. */
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { headTitleOf } from '#shared/domain/head-title.ts';
import { nearestRecorded } from '#shared/domain/stated-record.ts';
import { natureOf } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import {
  bankAccountFinding,
  clientCodeFinding,
  originalIdFinding,
  residentIdFinding,
} from './identifier-words.ts';
import type { IdentifierFinding } from './identifier-words.ts';

/** A bank prints its customer's name as that of the account; who acts for a body has the title that goes with its type. */
export function statedLabel(
  kind: DocumentKind,
  field: StatedField,
  entityType: EntityType,
  t: TFunction,
): string {
  if (kind === 'account_proof' && field === 'subject_name') return t('components.stated.holder');
  return field === 'legal_representative'
    ? t(`vocabulary.headTitle.${headTitleOf(entityType)}`)
    : t(`vocabulary.statedField.${field}`);
}

interface Typed {
  readonly field: StatedField;
  readonly text: string;
  /** What is on file there; any one of several will do. */
  readonly recorded: readonly string[];
  readonly today: CalendarDate;
}

/** What is wrong with a code by itself comes first, then whether the value is what is on file. */
export function statedFinding(typed: Typed, t: TFunction): IdentifierFinding | undefined {
  const own = codeFinding(typed, t);
  if (own !== undefined && own.tone !== 'success') return own;
  return recordFinding(typed, t) ?? own;
}

function codeFinding({ field, text, today }: Typed, t: TFunction): IdentifierFinding | undefined {
  switch (natureOf(field)) {
    case 'credit_code':
      return clientCodeFinding(text, t);
    case 'resident_id':
      return residentIdFinding(text, today, t);
    case 'bank_account':
      return bankAccountFinding(text, 'corporate', t);
    case 'platform_id':
      return originalIdFinding(text, t);
    case 'app_id':
    case 'name':
      return undefined;
  }
}

function recordFinding({ field, text, recorded }: Typed, t: TFunction): IdentifierFinding | undefined {
  const nearest = nearestRecorded(field, text, recorded);
  if (nearest === undefined) return undefined;
  const { value, comparison } = nearest;
  switch (comparison.level) {
    case 'identical':
      return { tone: 'success', text: t('components.stated.same') };
    case 'equivalent':
      return { tone: 'warning', text: t('components.stated.spelled', { value }) };
    case 'different':
      // An ID number on file stays masked everywhere: only the place of the difference is told.
      return natureOf(field) === 'resident_id'
        ? { tone: 'danger', text: t('components.stated.differsAt', { n: comparison.at + 1 }) }
        : {
            tone: 'danger',
            text: t('components.stated.differs', { value: recorded.join(t('components.stated.between')) }),
          };
  }
}
