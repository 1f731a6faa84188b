import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import { leavesOf } from '#shared/domain/formula.ts';
import { FormulaTree } from '#renderer/components/formula-tree.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { asksForPapers } from './category-search.ts';
import styles from './categories-part.module.css';

interface CategoryRowProps {
  readonly category: Category;
  readonly pack: CategoryPack;
}

/** One category in a line; opened, the tree of what it asks for. */
export function CategoryRow({ category, pack }: CategoryRowProps) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { id, path, formula, cac, forIndividuals, note, tag, source, asOf } = category;
  const asks = asksForPapers(category);
  const name = say(pathText(category));
  const titles = pack.sources.filter(({ code }) => source.includes(code)).map(({ title }) => say(title));
  return (
    <li>
      <details className={styles.category} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
        <summary>
          <IconChevronRight size={14} stroke={iconStroke} className={styles.sign} aria-hidden />
          <span className={styles.path} title={id}>
            <span className="cf-ink-2">{say(path[0])}</span> {say(path[1])}
          </span>
          {cac && (
            <span className={styles.mark} title={say(pack.cacReview.note)}>
              {t('categories.cac')}
            </span>
          )}
          {forIndividuals && <span className={styles.quiet}>{t('categories.individuals')}</span>}
          <span className="cf-grow" />
          <span className={styles.quiet}>
            {asks ? t('categories.papers', { count: leavesOf(formula).length }) : t('categories.free')}
          </span>
          <span className={styles.quiet} title={titles.join('\n')}>
            {source.join(t('application.list'))}
          </span>
          <Trust of={trustOf(tag)} asOf={format.dateLong(asOf)} brief />
        </summary>
        {isOpen && (
          <div className={styles.body}>
            {asks ? (
              <FormulaTree formula={formula} pack={pack} label={t('categories.requirement', { name })} />
            ) : (
              <p>{t('categories.free')}</p>
            )}
            {cac && <p className="cf-ink-2">{say(pack.cacReview.note)}</p>}
            {note && <p className="cf-ink-2">{say(note)}</p>}
          </div>
        )}
      </details>
    </li>
  );
}
