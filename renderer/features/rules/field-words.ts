import { applicationKinds, pathStages } from '#shared/domain/application.ts';
import { findingLevels } from '#shared/domain/check-rule.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { isRuleText } from '#shared/domain/rule-pack-parts.ts';
import * as rules from '#shared/domain/rule-pack.ts';
import type { RuleSpeech } from './rule-speech.ts';
import { sourceWords } from './source-words.ts';

/** What a field of a rule says, in words; a value that no rule can have comes as it is written. */
export function fieldValueWords(field: string, value: unknown, speech: RuleSpeech): string {
  const { t, say } = speech;
  if (value === undefined || value === null) return t('ruleFields.none');
  if (isRuleText(value)) return say(value);
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    return parts.map((each) => fieldValueWords(field, each, speech)).join(t('application.list'));
  }
  switch (typeof value) {
    case 'string':
      return valueWord(field, value, speech) ?? value;
    case 'number':
      return numberWords(field, value, speech);
    case 'boolean':
      return t(value ? 'rules.possible' : 'rules.impossible');
    default:
      return groupWords(value as Readonly<Record<string, unknown>>, speech);
  }
}

const among = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find((each) => each === text);

/** The word of a value that is one of a closed set. */
function valueWord(field: string, text: string, { t }: RuleSpeech): string | undefined {
  const word = <Value extends string>(values: readonly Value[], of: (value: Value) => string) => {
    const known = among(values, text);
    return known === undefined ? undefined : of(known);
  };
  switch (field) {
    case 'platform':
      return word(platforms, (each) => t(`vocabulary.platform.${each}`));
    case 'accountKinds':
      return word(accountKinds, (each) => t(`vocabulary.accountKind.${each}`));
    case 'applicationKinds':
      return word(applicationKinds, (each) => t(`vocabulary.applicationKind.${each}`));
    case 'entityTypes':
    case 'coveredEntityTypes':
      return word(entityTypes, (each) => t(`vocabulary.entityType.${each}`));
    case 'path':
      return word(pathStages, (each) => t(`vocabulary.stage.${each}`));
    case 'accepts':
    case 'paper':
      return word(documentKinds, (each) => t(`vocabulary.documentKind.${each}`));
    case 'holder':
      return word(rules.holders, (each) => t(`vocabulary.holder.${each}`));
    case 'needed':
      return t(`rules.need.${text === 'required' ? 'always' : 'sometimes'}`);
    case 'waitingOn':
      return word(rules.waitingParties, (each) => t(`vocabulary.waitingOn.${each}`));
    case 'startsAt':
      return word(rules.clockStarts, (each) => t(`ruleFields.clockStart.${each}`));
    case 'onExpiry':
      return word(rules.clockEnds, (each) => t(`ruleFields.clockEnd.${each}`));
    case 'level':
      return word(findingLevels, (each) => t(`status.word.${each === 'may_ask' ? 'note' : each}`));
    case 'publisher':
      return word(['official', 'third_party', 'own'], (each) => t(`rules.publisher.${each}`));
    case 'rejects':
      return word(rules.rejectedPapers, (each) => t(`ruleFields.rejects.${each}`));
    case 'nameUnit':
      return word(rules.nameUnitKinds, (each) => t(`ruleFields.nameUnit.${each}`));
    case 'match':
      return word(rules.nameWordMatches, (each) => t(`ruleFields.match.${each}`));
    case 'only':
      return word(rules.aftercareCases, (each) => t(`ruleFields.only.${each}`));
    case 'yields':
    case 'number':
      return word(rules.accountNumbers, (each) => t(`ruleFields.number.${each}`));
    default:
      return undefined;
  }
}

function numberWords(field: string, value: number, { t, format }: RuleSpeech): string {
  switch (field) {
    case 'amountFen':
      return value === 0 ? t('rules.free') : format.moneyWithUnit(value);
    case 'maxBytes':
      return `${format.bytes(value)} (${format.count(value)})`;
    case 'max':
    case 'missedCallsToFail':
      return t('rules.times', { count: value });
    case 'years':
      return t('rules.years', { count: value });
    case 'daysBefore':
    case 'askDaysBefore':
    case 'submitDaysBefore':
    case 'marginDays':
    case 'afterDays':
      return t('rules.unit.calendar_day', { count: value });
    case 'minUnits':
    case 'maxUnits':
      return t('ruleFields.count.chars', { n: value });
    case 'shortSidePx':
    case 'longSidePx':
      return t('ruleFields.count.pixels', { n: value });
    default:
      return format.count(value);
  }
}

/** A length of time, a condition, or papers that belong together. */
function groupWords(value: Readonly<Record<string, unknown>>, speech: RuleSpeech): string {
  const { t, say } = speech;
  const { total, unit, fact, is, unknown, text } = value;
  if (typeof total === 'number') {
    const known = among(rules.clockUnits, String(unit));
    return known === undefined ? String(total) : t(`rules.unit.${known}`, { count: total });
  }
  if (typeof fact === 'string') {
    const known = among(rules.checklistFactKeys, fact);
    const otherwise = among(rules.unansweredValues, String(unknown));
    if (known === undefined || otherwise === undefined) return fact;
    return t('ruleFields.condition', {
      fact: t(`ruleFields.fact.${known}.${is === true ? 'yes' : 'no'}`),
      unknown: t(`ruleFields.unknown.${otherwise}`),
    });
  }
  if ('tag' in value && 'source' in value && 'asOf' in value) return sourceWords(value, speech);
  return isRuleText(text) ? say(text) : JSON.stringify(value);
}
