import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import type { CategoryVerdict } from '#shared/domain/category-verdict.ts';
import { waysText } from '#shared/domain/permit-words.ts';
import { useSaveAnswer } from '#renderer/api/use-save-answer.ts';
import { FormulaTree } from '#renderer/components/formula-tree.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import styles from './permit-trees.module.css';
import { useJudgingList } from './use-judging-list.ts';

/** What each category of the account asks for, where the pre-check found something open in it. */
export function PermitTrees() {
  const { preCheck } = useCase();
  const open = preCheck.categories.filter(({ state }) => state === 'missing' || state === 'question');
  const pack = useJudgingList(open.length > 0);
  if (pack === undefined) return null;
  return open.flatMap((verdict) => {
    const category = pack.categories.find(({ id }) => id === verdict.categoryId);
    return category === undefined
      ? []
      : [<PermitTree key={category.id} category={category} pack={pack} verdict={verdict} />];
  });
}

interface PermitTreeProps {
  readonly category: Category;
  readonly pack: CategoryPack;
  readonly verdict: CategoryVerdict;
}

function PermitTree({ category, pack, verdict }: PermitTreeProps) {
  const t = useT();
  const say = useRuleText();
  const { application } = useCase().details;
  const onAnswer = useSaveAnswer(application.clientId);
  const name = say(pathText(category));
  const least = say(waysText(verdict.ways, pack));
  return (
    <div className={styles.category}>
      <p>
        <b>{name}</b>
      </p>
      <p className="cf-ink-2">
        {t(verdict.state === 'question' ? 'preCheck.enoughIf' : 'preCheck.least', { titles: least })}
      </p>
      <FormulaTree
        formula={category.formula}
        pack={pack}
        verdict={verdict}
        answering={{ entityType: application.entityType, onAnswer }}
        label={t('categories.requirement', { name })}
      />
      {category.cac && <p className="cf-ink-2">{say(pack.cacReview.note)}</p>}
      {category.note && <p className="cf-ink-2">{say(category.note)}</p>}
    </div>
  );
}
