import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CategoryJudgement } from '#shared/contract/applications.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { recogniseCategories } from '#shared/domain/category-recognition.ts';
import { leavesOf } from '#shared/domain/formula.ts';
import { useApi } from '#renderer/api/api.tsx';
import { suggestedCategories } from '#renderer/components/category-suggestions.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { Field } from '#renderer/components/field.tsx';
import { FormulaTree } from '#renderer/components/formula-tree.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import styles from './applied-category.module.css';

/** The one category that a text names; undefined while it names none, or several. */
export function namedCategory(text: string, list: CategoryPack | undefined): Category | undefined {
  if (list === undefined) return undefined;
  const { matches, unknown } = recogniseCategories(text, list);
  return matches.length === 1 && unknown.length === 0 ? matches[0] : undefined;
}

interface AppliedCategoryProps {
  readonly list: CategoryPack;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** The order for this category is under way already. */
  readonly isUnderWay: boolean;
}

/** The category that is applied for, and what it asks of this client before anything is opened. */
export function AppliedCategory({ list, text, onChange, isUnderWay }: AppliedCategoryProps) {
  const t = useT();
  const say = useRuleText();
  const category = namedCategory(text, list);
  const judged = useJudgement(list, category);
  const check = useCheck({ list, text, category, judged, isUnderWay });
  const [isOpen, setOpen] = useState(false);
  const suggestions = category === undefined ? suggestedCategories(text, list) : [];
  const asksForPapers = category !== undefined && leavesOf(category.formula).length > 0;
  return (
    <>
      <Field
        label={t('client.newApplication.category')}
        hint={t('client.newApplication.categoryCount', { n: list.categories.length })}
        required
        {...(check && { check })}
      >
        {(ids) => (
          <Autocomplete
            {...ids}
            value={text}
            placeholder={t('client.newApplication.categoryHint')}
            data={suggestions}
            // An empty list is none: Escape closes the dialog then.
            dropdownOpened={isOpen && suggestions.length > 0}
            onDropdownOpen={() => setOpen(true)}
            onDropdownClose={() => setOpen(false)}
            // The data are the ones that fit already.
            filter={({ options }) => options}
            comboboxProps={{ withinPortal: true }}
            autoComplete="off"
            selectFirstOptionOnChange
            autoFocus
            onChange={onChange}
          />
        )}
      </Field>
      {category && judged && asksForPapers && (
        <div className={styles.asked}>
          <FormulaTree
            formula={category.formula}
            pack={list}
            verdict={judged.verdict}
            label={t('categories.requirement', { name: say(pathText(category)) })}
          />
          {category.cac && <p className="cf-ink-2">{say(list.cacReview.note)}</p>}
          {category.note && <p className="cf-ink-2">{say(category.note)}</p>}
        </div>
      )}
    </>
  );
}

type Judged = CategoryJudgement['matches'][number];

function useJudgement(list: CategoryPack, category: Category | undefined): Judged | undefined {
  const { query } = useApi();
  const { details } = useClient();
  const text = category === undefined ? '' : pathText(category).zh;
  const input = { clientId: details.client.id, text, platform: list.platform };
  const judgement = useQuery({
    ...query.applications.judgeCategories.queryOptions({ input }),
    enabled: category !== undefined,
  });
  return judgement.data?.matches.find((each) => each.category.id === category?.id);
}

interface CheckInput extends Pick<AppliedCategoryProps, 'list' | 'text' | 'isUnderWay'> {
  readonly category: Category | undefined;
  readonly judged: Judged | undefined;
}

function useCheck({ list, text, category, judged, isUnderWay }: CheckInput): Check | undefined {
  const t = useT();
  const say = useRuleText();
  if (category === undefined) {
    const isStillTyped = text.trim() === '' || suggestedCategories(text, list).length > 0;
    return isStillTyped ? undefined : { tone: 'warning', text: t('categories.unknown', { names: text }) };
  }
  if (isUnderWay) {
    const kind = t('vocabulary.applicationKind.category_permit');
    return { tone: 'warning', text: t('client.newApplication.underWay', { kind }) };
  }
  if (judged === undefined) return undefined;
  const needed = judged.needed === null ? '' : say(judged.needed);
  switch (judged.verdict.state) {
    case 'met':
      return {
        tone: 'success',
        text: t(
          leavesOf(category.formula).length === 0
            ? 'client.newApplication.categoryFree'
            : 'client.newApplication.categoryMet',
        ),
      };
    case 'missing':
      return { tone: 'info', text: t('client.newApplication.categoryMissing', { needed }) };
    case 'question':
      return { tone: 'info', text: t('client.newApplication.categoryQuestion', { needed }) };
    case 'closed':
      return { tone: 'warning', text: t('client.newApplication.categoryClosed') };
  }
}
