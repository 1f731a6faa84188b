import { checkCode } from '#shared/domain/check-code.ts';
import type { RulePack, StatementRule, UploadLimit } from '#shared/domain/rule-pack.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { feeTitle } from './fee-title.ts';
import type { Leaf, LeafSection } from './leaf.ts';

/** Everything that a pack says beside the papers, in the order in which an application meets it. */
export function useSections(pack: RulePack): LeafSection[] {
  const t = useT();
  const say = useRuleText();
  const section = (id: SectionId, leaves: readonly Leaf[]): LeafSection => ({
    id,
    title: t(titleKey(id)),
    leaves,
  });
  const numbers = useNumberLeaves(pack);
  const statement = (rule: StatementRule): Leaf => ({ id: rule.id, title: say(rule.text), of: rule });
  return [
    section('uploads', useUploadLeaves(pack)),
    section('path', usePathLeaves(pack)),
    section('clocks', numbers.clocks),
    section('fees', numbers.fees),
    section('validity', numbers.validity),
    section('names', useNameLeaves(pack)),
    section(
      'criteria',
      pack.reviewCriteria.map((rule) => ({
        id: rule.id,
        title: say(rule.text),
        ...(/^R\d$/u.test(rule.id) && { value: rule.id }),
        of: rule,
      })),
    ),
    section(
      'reasons',
      pack.returnReasons.map((rule) => ({
        id: rule.code,
        title: say(rule.text),
        note: [say(rule.remedy), ...rule.remedyDocuments.map(({ title }) => say(title))].join(
          t('application.semicolon'),
        ),
        of: rule,
      })),
    ),
    section(
      'checks',
      pack.checks.map((rule) => ({
        id: rule.id,
        title: say(rule.text),
        code: checkCode(pack.platform, rule.id),
        value: t(`status.word.${rule.level === 'may_ask' ? 'note' : rule.level}`),
        note: say(rule.remedy),
        of: rule,
      })),
    ),
    section('call', useCallLeaves(pack)),
    section('aftercare', useAftercareLeaves(pack)),
    section('statements', pack.statements.map(statement)),
    section('unknowns', pack.unknowns.map(statement)),
    section('conflicts', pack.conflicts.map(statement)),
  ];
}

type SectionId =
  | 'uploads'
  | 'path'
  | 'clocks'
  | 'fees'
  | 'validity'
  | 'names'
  | 'criteria'
  | 'reasons'
  | 'checks'
  | 'call'
  | 'aftercare'
  | 'statements'
  | 'unknowns'
  | 'conflicts';

const titleKey = <Id extends SectionId>(id: Id): `rules.section.${Id}` => `rules.section.${id}`;

function useUploadLeaves(pack: RulePack): Leaf[] {
  const t = useT();
  const format = useFormat();
  const say = useRuleText();
  const valueOf = (limit: UploadLimit): string => {
    switch (limit.id) {
      case 'format':
        return limit.formats.join(', ').toUpperCase();
      case 'size':
        return t('rules.upTo', { size: format.bytes(limit.maxBytes) });
      case 'resolution':
        return `${limit.shortSidePx} × ${limit.longSidePx}`;
      case 'count':
        return t('rules.files', { count: limit.maxFiles });
      case 'colour':
      case 'completeness':
        return say(limit.note);
    }
  };
  const isOne = pack.uploadProfiles.length === 1;
  return pack.uploadProfiles.flatMap(({ id, title: profile, limits }) =>
    limits.map((limit) => ({
      id: `${id} ${limit.id}`,
      title: isOne
        ? t(`rules.limit.${limit.id}`)
        : t('rules.limitOf', { limit: t(`rules.limit.${limit.id}`), profile: say(profile) }),
      value: valueOf(limit),
      of: limit,
    })),
  );
}

/** The stages on the way, in order, with who is waited for in each. */
function usePathLeaves(pack: RulePack): Leaf[] {
  const t = useT();
  const say = useRuleText();
  const way = ['collecting', ...pack.path] as const;
  return pack.stages.map((rule) => {
    const place = way.findIndex((stage) => stage === rule.stage);
    const name = rule.title ? say(rule.title) : t(`vocabulary.stage.${rule.stage}`);
    return {
      id: rule.stage,
      title: place === -1 ? name : t('rules.step', { n: place + 1, name }),
      value: t('rules.turn', { who: t(`vocabulary.waitingOn.${rule.waitingOn}`) }),
      note: say(rule.note),
      of: rule,
    };
  });
}

function useAftercareLeaves({ aftercare }: RulePack): Leaf[] {
  const t = useT();
  const say = useRuleText();
  return aftercare.map((rule) => ({
    id: rule.id,
    title: say(rule.text),
    ...(rule.within && {
      value: t(`rules.unit.${rule.within.unit}`, { count: rule.within.total }),
      lasts: rule.within,
    }),
    of: rule,
  }));
}

function useNumberLeaves(pack: RulePack) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  const { validity, refills, withdrawal } = pack;
  const clocks: Leaf[] = [
    ...pack.clocks.map((rule) => ({
      id: rule.id,
      title: t(`vocabulary.obligationKind.clock_${rule.id}`),
      value: t(`rules.unit.${rule.unit}`, { count: rule.total }),
      lasts: { unit: rule.unit, total: rule.total },
      note: say(rule.consequence),
      of: rule,
      ...(rule.firm && {
        firm: {
          of: rule.firm,
          packValue: t(`rules.unit.${rule.unit}`, { count: rule.firm.packTotal }),
          reason: say(rule.firm.reason),
        },
      }),
    })),
    ...(refills
      ? [
          {
            id: 'refills',
            title: t('rules.refills'),
            value: t('rules.times', { count: refills.max }),
            lasts: { unit: 'times', total: refills.max } as const,
            note: say(refills.note),
            of: refills,
          },
        ]
      : []),
    ...(withdrawal
      ? [
          {
            id: 'withdrawal',
            title: t('rules.withdrawal'),
            value: t(withdrawal.inReview ? 'rules.possible' : 'rules.impossible'),
            note: say(withdrawal.note),
            of: withdrawal,
          },
        ]
      : []),
  ];
  const fees = pack.fees.map((rule, index): Leaf => ({
    id: `fee ${index}`,
    title: feeTitle(rule, { t, say }),
    value: rule.amountFen === 0 ? t('rules.free') : format.moneyWithUnit(rule.amountFen),
    note: say(rule.note),
    of: rule,
  }));
  const days = (count: number): string => t('rules.unit.calendar_day', { count });
  const valid: Leaf[] =
    validity === null
      ? []
      : [
          {
            id: 'term',
            title: t('rules.term'),
            value: t('rules.years', { count: validity.term.years }),
            lasts: { unit: 'month', total: 12 * validity.term.years } as const,
            of: validity.term,
          },
          {
            id: 'window',
            title: t('rules.window'),
            value: days(validity.window.daysBefore),
            of: validity.window,
          },
          { id: 'ask', title: t('rules.ask'), value: days(validity.plan.askDaysBefore), of: validity.plan },
          {
            id: 'submit',
            title: t('rules.submit'),
            value: days(validity.plan.submitDaysBefore),
            of: validity.plan,
          },
          ...validity.losses.map((loss) => ({
            id: `loss ${loss.afterDays}`,
            title: t('rules.after', { count: loss.afterDays }),
            note: say(loss.text),
            of: loss,
          })),
        ];
  return { clocks, fees, validity: valid };
}

function useNameLeaves({ nameRules }: RulePack): Leaf[] {
  const t = useT();
  const say = useRuleText();
  if (nameRules === null) return [];
  const { length, advised, words } = nameRules;
  const { minUnits: min, maxUnits: max, unit = 'half_width' } = length;
  const shorter =
    advised === undefined
      ? []
      : [
          {
            id: 'advised',
            title: t('rules.advised'),
            value: t('rules.atLeast', { count: advised.minUnits }),
            of: advised,
          },
        ];
  return [
    { id: 'length', title: t('rules.length'), value: t(`rules.units.${unit}`, { min, max }), of: length },
    ...shorter,
    ...words.map((rule) => ({
      id: rule.id,
      title: say(rule.text),
      note: rule.words.join(t('application.list')),
      of: rule,
    })),
  ];
}

function useCallLeaves({ reviewerCall, reviewLines }: RulePack): Leaf[] {
  const t = useT();
  const say = useRuleText();
  const missed: Leaf[] = reviewerCall
    ? [
        {
          id: 'missed',
          title: t('rules.missed'),
          value: t('rules.times', { count: reviewerCall.missedCallsToFail }),
          lasts: { unit: 'times', total: reviewerCall.missedCallsToFail },
          note: say(reviewerCall.note),
          of: reviewerCall,
        },
      ]
    : [];
  return [
    ...missed,
    ...(reviewerCall?.questions ?? []).map((question) => ({
      id: question.id,
      title: say(question.text),
      of: question,
    })),
    ...reviewLines.map((line) => ({ id: line.number, title: t('rules.line'), value: line.number, of: line })),
  ];
}
