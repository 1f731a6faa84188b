import type { EntityType } from '#shared/domain/entity-type.ts';
import type { DocumentRule, RulePack } from '#shared/domain/rule-pack.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Leaf } from './leaf.ts';
import { paperRows } from './paper-rows.ts';
import type { PaperCell } from './paper-rows.ts';

/** What a pack says of one paper for one kind of subject, as a line. */
export function usePaperLeaf(): (cell: PaperCell) => Leaf {
  const t = useT();
  const say = useRuleText();
  const basisOf = ({ marginBasis, tag, source }: DocumentRule): string => {
    const basis = marginBasis ?? { tag, source };
    return basis.tag === 'I' ? t('rules.ownMargin') : basis.source.join('、');
  };
  return ({ rule, need, choice }) => {
    const margin =
      rule.marginDays > 0 ? t('rules.margin', { count: rule.marginDays, basis: basisOf(rule) }) : '';
    const note = [choice && say(choice), rule.note && say(rule.note), margin]
      .filter(Boolean)
      .join(t('application.semicolon'));
    return { id: rule.id, title: say(rule.title), value: t(`rules.need.${need}`), note, of: rule };
  };
}

/** The papers that one kind of subject is asked for. */
export function usePaperLeaves(pack: RulePack, entityType: EntityType): Leaf[] {
  const leafOf = usePaperLeaf();
  return paperRows(pack).flatMap(({ cells }) => {
    const cell = cells.get(entityType);
    return cell === undefined ? [] : [leafOf(cell)];
  });
}
