import { stages } from '#shared/domain/application.ts';
import type { PackDifference } from '#shared/domain/rule-pack-difference.ts';
import { clockIds } from '#shared/domain/rule-pack.ts';
import { ruleFields } from '#renderer/i18n/zh-cn/rule-fields.ts';
import type { RuleSpeech } from './rule-speech.ts';

/** The field that a reader takes a rule for: it goes without its name, and stands first of a rule that is told whole. */
export const mainFields: readonly string[] = [
  'length',
  'amountFen',
  'max',
  'inReview',
  'years',
  'daysBefore',
  'missedCallsToFail',
  'formats',
  'maxBytes',
  'maxFiles',
];

/** What it is about and which field of it, where the field does not go without saying. */
export function fieldTitle(
  { place, field }: Extract<PackDifference, { kind: 'changed' }>,
  title: string,
  speech: RuleSpeech,
): string {
  const { t } = speech;
  if (mainFields.includes(field)) return title;
  if (field === 'askDaysBefore') return t('rules.ask');
  if (field === 'submitDaysBefore') return t('rules.submit');
  // A thing that goes by the very words that changed is called by its part of the pack.
  const what = field === 'text' || field === 'title' ? partName(place, speech) : title;
  return t('ruleFields.of', { what, field: fieldName(field, speech) });
}

const isFieldName = (field: string): field is keyof typeof ruleFields.name =>
  Object.hasOwn(ruleFields.name, field);

const fieldName = (field: string, { t }: RuleSpeech): string =>
  isFieldName(field) ? t(`ruleFields.name.${field}`) : field;

/** What a difference is about. */
export function differenceTitle({ place, about }: PackDifference, speech: RuleSpeech): string {
  const { t, say } = speech;
  const [section = '', id = '', part = ''] = place.split('.');
  switch (section) {
    case 'clocks':
    case 'stages':
      return partName(place, speech);
    case 'refills':
      return t('rules.refills');
    case 'withdrawal':
      return t('rules.withdrawal');
    case 'reviewLines':
      return t('rules.line');
    case 'uploadProfiles':
      return part === '' || about === undefined
        ? partName(place, speech)
        : t('rules.limitOf', { profile: say(about), limit: limitName(part, speech) });
    case 'validity':
      return validityName(id, part, speech);
    case 'nameRules':
      if (id === 'length' || id === 'advised') return t(`rules.${id}`);
      break;
    case 'reviewerCall':
      if (id === '') return t('rules.missed');
      break;
    case 'aftercare':
      if (part === 'plan' && about) return t('rules.planOf', { what: say(about) });
      break;
    default:
      break;
  }
  return about === undefined ? partName(place, speech) : say(about);
}

function limitName(limit: string, { t }: RuleSpeech): string {
  const known = (['format', 'size', 'resolution', 'colour', 'completeness', 'count'] as const).find(
    (each) => each === limit,
  );
  return known === undefined ? limit : t(`rules.limit.${known}`);
}

function validityName(id: string, part: string, { t }: RuleSpeech): string {
  switch (id) {
    case 'term':
      return t('rules.term');
    case 'window':
      return t('rules.window');
    case 'losses':
      return t('rules.after', { count: Number(part) });
    default:
      return t('rules.section.validity');
  }
}

/** The part of a pack that a place lies in, or a thing of it that has a name of its own. */
function partName(place: string, { t }: RuleSpeech): string {
  const [section = '', id = ''] = place.split('.');
  switch (section) {
    case 'head':
      return t('rules.compare.head');
    case 'sources':
      return t('rules.compare.source', { code: id });
    case 'clocks': {
      const clock = clockIds.find((known) => known === id);
      return clock === undefined ? id : t(`vocabulary.obligationKind.clock_${clock}`);
    }
    case 'stages': {
      const stage = stages.find((known) => known === id);
      return stage === undefined ? id : t(`vocabulary.stage.${stage}`);
    }
    default: {
      const known = Object.entries(sections).find(([name]) => name === section)?.[1];
      return known === undefined ? place : t(`rules.section.${known}`);
    }
  }
}

const sections = {
  requirements: 'papers',
  uploadProfiles: 'uploads',
  fees: 'fees',
  validity: 'validity',
  nameRules: 'names',
  reviewCriteria: 'criteria',
  returnReasons: 'reasons',
  checks: 'checks',
  reviewerCall: 'call',
  reviewLines: 'call',
  aftercare: 'aftercare',
  statements: 'statements',
  unknowns: 'unknowns',
  conflicts: 'conflicts',
} as const;
