import type { CategoryPackFault } from './category-pack-faults.ts';
import type { RulePackFault } from './rule-pack-faults.ts';
import type { RuleText } from './rule-pack.ts';

/** What it means that the parts of a rule pack or a list of categories do not fit together, by code. */
const words: Readonly<Record<RulePackFault['code'] | CategoryPackFault['code'], RuleText>> = {
  unknown_source: { zh: '引用的来源不在「sources」里', en: 'Names a source that is not among the sources' },
  unused_source: { zh: '来源没有被任何一条引用', en: 'No rule names this source' },
  official_without_official_source: {
    zh: '标为官方（V），却没有官方来源',
    en: 'Marked official (V) without an official source',
  },
  known_after_pack_date: { zh: '核对日期晚于文件的日期', en: 'Compared later than the date of the file' },
  unknown_upload_profile: { zh: '引用的上传要求不存在', en: 'Names upload limits that are not there' },
  duplicate_id: { zh: '编号重复', en: 'The id occurs twice' },
  requirements_missing: {
    zh: '这种主体的材料要求缺失或重复',
    en: 'No papers, or twice, for this entity type',
  },
  option_without_required_paper: {
    zh: '这个选项里没有必需的材料',
    en: 'The option holds no required paper',
  },
  fee_missing_or_ambiguous: {
    zh: '这种主体的平台费缺失或有歧义',
    en: 'No fee, or more than one, for this entity type',
  },
  path_broken: { zh: '流程走不通', en: 'The steps lead nowhere' },
  stage_missing: { zh: '流程里的阶段没有说明', en: 'A stage on the way is not described' },
  not_known_and_not_said: {
    zh: '既没有内容，也没有写明未知',
    en: 'Neither stated nor said to be unknown',
  },
  unknown_place: { zh: '指向的地方不存在', en: 'Points to a place that is not there' },
  contradiction: { zh: '互相矛盾，而没有写明分歧', en: 'Contradicts another rule without saying so' },
  paper_asked_twice: { zh: '同一份材料要了两次', en: 'Asks for one and the same paper twice' },
  check_may_not_block: {
    zh: '推断（I）或待核（M）的预检项不能设为阻断',
    en: 'A check that is inferred (I) or remembered (M) may not block',
  },
  unknown_aftercare: {
    zh: '引用的通过后事项不存在或排在后面',
    en: 'Names a step after the pass that is not there or comes later',
  },
  aftercare_without_time: {
    zh: '通过后的待办没有期限也没有计划',
    en: 'A duty after the pass has neither a time nor a plan',
  },
  unasked_fact: { zh: '条件所问的事，清单里没有问', en: 'Depends on a fact that no checklist asks for' },
  unknown_return_reason: { zh: '引用的打回原因不存在', en: 'Names a return reason that is not there' },
  duplicate_path: { zh: '类目名称重复', en: 'The name of the category occurs twice' },
  unknown_permit: { zh: '引用的资质不存在', en: 'Names a permit that is not there' },
  unused_permit: { zh: '资质没有被任何类目引用', en: 'No category names this permit' },
  unrecognisable_permit: { zh: '资质没有可识别的字样或种类', en: 'Nothing by which this permit is known' },
  unknown_question: { zh: '引用的问题不存在', en: 'Names a question that is not there' },
  unused_question: { zh: '问题没有被任何类目引用', en: 'No category names this question' },
  answered_both_ways: { zh: '同一主体既答是又答否', en: 'Answered yes and no for one kind of body' },
  unknown_category: { zh: '引用的类目不存在', en: 'Names a category that is not there' },
  never_met: { zh: '没有任何主体能满足', en: 'Nobody could ever meet it' },
  option_never_met: { zh: '有选项任何主体都满足不了', en: 'An option that nobody could ever meet' },
  cost_not_above_zero: { zh: '权重必须大于 0', en: 'The weight must be above 0' },
};

/** The words for a code; undefined when it is none of ours. */
export const packFaultWords = (code: string): RuleText | undefined =>
  Object.hasOwn(words, code) ? words[code as keyof typeof words] : undefined;
