import type { Stage } from '#shared/domain/application.ts';
import type { ImpactChange } from '#shared/domain/impact-change.ts';
import type { ObligationKind } from '#shared/domain/obligations.ts';
import type { RuleSpeech } from './rule-speech.ts';

type Change<Kind extends ImpactChange['kind']> = Extract<ImpactChange, { kind: Kind }>;

/** What becomes otherwise for one application, in a few words. */
export function impactWords(change: ImpactChange, speech: RuleSpeech): string {
  const { t, say } = speech;
  switch (change.kind) {
    case 'not_covered':
    case 'stage_gone':
    case 'paper_order':
      return t(`rules.impact.${change.kind}`);
    case 'paper_added':
    case 'paper_dropped':
    case 'paper_changed':
    case 'paper_reworded':
    case 'aftercare_added':
    case 'aftercare_gone':
    case 'aftercare_changed':
      return t(`rules.impact.${change.kind}`, { title: say(change.title) });
    case 'loss_added':
    case 'loss_gone': {
      const when = t('rules.after', { count: change.afterDays });
      return t(`rules.impact.${change.kind}`, { when, text: say(change.text) });
    }
    case 'need_added':
    case 'need_gone':
      return t(`rules.impact.${change.kind}`, { category: say(change.category), title: say(change.title) });
    case 'finding_added':
    case 'finding_gone':
    case 'finding_changed': {
      const level = t(`status.word.${change.level === 'may_ask' ? 'note' : change.level}`);
      return t(`rules.impact.${change.kind}`, { level, text: say(change.text) });
    }
    case 'paper_state':
    case 'path':
    case 'stage_title':
    case 'stage_note':
    case 'stage_turn':
    case 'turn':
      return wayWords(change, speech);
    case 'clock':
    case 'clock_start':
    case 'clock_end':
    case 'clock_consequence':
      return clockWords(change, speech);
    case 'date':
    case 'moment':
    case 'result_date':
      return dateWords(change, speech);
    case 'fee':
    case 'fee_variant':
    case 'refills':
    case 'calls':
    case 'withdrawal':
    case 'validity':
    case 'loss_moved':
    case 'aftercare_time':
      return outcomeWords(change, speech);
  }
}

interface Both<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/** What was and what is; a rule that says nothing of it has no value. */
function changed<Value>(
  what: string,
  { before, after }: Both<Value>,
  { t }: RuleSpeech,
  saying: (value: Value) => string,
): string {
  const of = (value: Value | null): string => (value === null ? t('rules.impact.none') : saying(value));
  return t('rules.impact.changed', { what, before: of(before), after: of(after) });
}

const stageName = (stage: Stage, { t }: RuleSpeech): string => t(`vocabulary.stage.${stage}`);

const dutyName = (duty: ObligationKind, { t }: RuleSpeech): string => t(`vocabulary.obligationKind.${duty}`);

function wayWords(
  change: Change<'paper_state' | 'path' | 'stage_title' | 'stage_note' | 'stage_turn' | 'turn'>,
  speech: RuleSpeech,
): string {
  const { t, say } = speech;
  const waitingOn = (what: string) => t('ruleFields.of', { what, field: t('ruleFields.name.waitingOn') });
  switch (change.kind) {
    case 'paper_state':
      return changed(say(change.title), change, speech, (state) => t(`vocabulary.itemState.${state}`));
    case 'path':
      return changed(t('rules.section.path'), change, speech, (path) =>
        path.map((stage) => stageName(stage, speech)).join(t('application.list')),
      );
    case 'stage_title':
    case 'stage_note': {
      const what = stageName(change.stage, speech);
      const field = t(change.kind === 'stage_title' ? 'ruleFields.name.title' : 'ruleFields.name.note');
      return changed(t('ruleFields.of', { what, field }), change, speech, say);
    }
    case 'stage_turn':
      return changed(waitingOn(stageName(change.stage, speech)), change, speech, (who) =>
        t(`vocabulary.waitingOn.${who}`),
      );
    case 'turn':
      return changed(waitingOn(dutyName(change.duty, speech)), change, speech, (who) =>
        t(`vocabulary.waitingOn.${who}`),
      );
  }
}

function clockWords(
  change: Change<'clock' | 'clock_start' | 'clock_end' | 'clock_consequence'>,
  speech: RuleSpeech,
): string {
  const { t, say } = speech;
  const what = dutyName(`clock_${change.clockId}`, speech);
  const of = (field: 'startsAt' | 'onExpiry' | 'consequence') =>
    t('ruleFields.of', { what, field: t(`ruleFields.name.${field}`) });
  switch (change.kind) {
    case 'clock':
      return changed(what, change, speech, ({ unit, total }) => t(`rules.unit.${unit}`, { count: total }));
    case 'clock_start':
      return changed(of('startsAt'), change, speech, (start) => t(`ruleFields.clockStart.${start}`));
    case 'clock_end':
      return changed(of('onExpiry'), change, speech, (end) => t(`ruleFields.clockEnd.${end}`));
    case 'clock_consequence':
      return changed(of('consequence'), change, speech, say);
  }
}

function dateWords(change: Change<'date' | 'moment' | 'result_date'>, speech: RuleSpeech): string {
  const { t, format } = speech;
  switch (change.kind) {
    case 'date': {
      // A case that is being collected has the days of its review window.
      const isWindow = change.duty === 'collecting' || change.duty === 'review_window';
      const what = dutyName(isWindow ? 'review_window' : change.duty, speech);
      const key = isWindow && change.date === 'starts' ? 'asks' : change.date;
      return changed(t(`rules.impact.date.${key}`, { what }), change, speech, format.dateLong);
    }
    case 'moment': {
      const what = dutyName(change.duty, speech);
      return changed(t('rules.impact.date.legal', { what }), change, speech, (atMs) =>
        format.moment(atMs, 0),
      );
    }
    case 'result_date':
      return changed(t('rules.impact.result'), change, speech, format.dateLong);
  }
}

function outcomeWords(
  change: Change<
    'fee' | 'fee_variant' | 'refills' | 'calls' | 'withdrawal' | 'validity' | 'loss_moved' | 'aftercare_time'
  >,
  speech: RuleSpeech,
): string {
  const { t, format, say } = speech;
  const money = (fen: number): string => (fen === 0 ? t('rules.free') : format.moneyWithUnit(fen));
  const times = (count: number): string => t('rules.times', { count });
  switch (change.kind) {
    case 'fee': {
      const { beforeFen: before, afterFen: after } = change;
      return changed(t('rules.section.fees'), { before, after }, speech, money);
    }
    case 'fee_variant':
      return changed(say(change.title), change, speech, money);
    case 'refills':
      return changed(t('rules.refills'), change, speech, times);
    case 'calls':
      return changed(t('rules.missed'), change, speech, times);
    case 'withdrawal':
      return changed(t('rules.withdrawal'), change, speech, (may) =>
        t(may ? 'rules.possible' : 'rules.impossible'),
      );
    case 'validity':
      return changed(t('rules.term'), change, speech, (count) => t('rules.years', { count }));
    case 'loss_moved':
      return changed(say(change.text), change, speech, (count) => t('rules.after', { count }));
    case 'aftercare_time':
      return changed(
        t('rules.impact.aftercare', { title: say(change.title) }),
        change,
        speech,
        ({ unit, total }) => t(`rules.unit.${unit}`, { count: total }),
      );
  }
}
