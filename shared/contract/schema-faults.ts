import { z } from 'zod';
import { packFaultWords } from '#shared/domain/pack-fault-words.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { notACalendarDay } from './values.ts';

/** Where a file is wrong, as keys and positions joined by points, and what is wrong there. */
export type SchemaFault = { readonly place: string; readonly fault: RuleText };

type Issue = z.core.$ZodIssue;

/** What a value fails of a schema, with words in both languages. Throws nothing; empty when it fits. */
export function schemaFaults(schema: z.ZodType, value: unknown): SchemaFault[] {
  const checked = schema.safeParse(value, { reportInput: true });
  return checked.success ? [] : checked.error.issues.flatMap((issue) => faultsOf(issue, []));
}

function faultsOf(issue: Issue, above: readonly PropertyKey[]): SchemaFault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors);
    if (nearest.length > 0) return nearest.flatMap((inner) => faultsOf(inner, path));
  }
  return [{ place: path.join('.'), fault: wordsOf(issue) }];
}

/** The alternative that was meant: the one that calls itself the same. */
const nearestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  branches.find((issues) =>
    issues.every(({ path, code }) => code !== 'invalid_value' || path.length !== 1),
  ) ?? [];

function wordsOf(issue: Issue): RuleText {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue);
    case 'invalid_value': {
      if (issue.input === undefined) return missing;
      const values = issue.values.map(String);
      return { zh: `只能是${values.join('、')}`, en: `Must be one of: ${values.join(', ')}` };
    }
    case 'too_small':
      return sizeWords(issue, Number(issue.minimum), 'small');
    case 'too_big':
      return sizeWords(issue, Number(issue.maximum), 'big');
    case 'invalid_format':
      return { zh: '写法不符', en: 'Not written as it should be' };
    case 'unrecognized_keys':
      return { zh: `不认识的项：${issue.keys.join('、')}`, en: `Unknown keys: ${issue.keys.join(', ')}` };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return inGeneral(issue);
    case 'custom':
      return customWords(issue);
  }
}

const missing: RuleText = { zh: '缺少这一项', en: 'Missing' };

const typeNames: Readonly<Record<string, RuleText>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否（true、false）', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  object: { zh: '一组项目', en: 'an object' },
  record: { zh: '一组项目', en: 'an object' },
};

function typeWords(issue: Extract<Issue, { code: 'invalid_type' }>): RuleText {
  if (issue.input === undefined) return missing;
  const name = typeNames[issue.expected];
  return name === undefined ? inGeneral(issue) : { zh: `应为${name.zh}`, en: `Must be ${name.en}` };
}

function sizeWords(
  issue: Issue & { readonly origin: string },
  limit: number,
  way: 'small' | 'big',
): RuleText {
  const [zh, en] = way === 'small' ? ['至少', 'At least'] : ['至多', 'At most'];
  switch (issue.origin) {
    case 'string':
      return limit === 1 && way === 'small'
        ? { zh: '不能为空', en: 'Must not be empty' }
        : { zh: `${zh} ${limit} 个字符`, en: `${en} ${limit} characters` };
    case 'array':
    case 'set':
      return { zh: `${zh} ${limit} 项`, en: `${en} ${limit} entries` };
    default:
      return { zh: `${zh}为 ${limit}`, en: `${en} ${limit}` };
  }
}

function customWords(issue: Extract<Issue, { code: 'custom' }>): RuleText {
  if (issue.message === notACalendarDay) {
    return issue.input === undefined
      ? missing
      : { zh: '不是存在的日期（年-月-日）', en: 'No such day (YYYY-MM-DD)' };
  }
  return packFaultWords(issue.message) ?? { zh: issue.message, en: issue.message };
}

/** What we have no words for, in those of the schema library. */
const inGeneral = (issue: Issue): RuleText => ({
  zh: said(z.locales.zhCN(), issue),
  en: said(z.locales.en(), issue),
});

function said({ localeError }: ReturnType<typeof z.locales.en>, issue: Issue): string {
  const words = localeError({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
  return typeof words === 'string' ? words : (words?.message ?? issue.message);
}
