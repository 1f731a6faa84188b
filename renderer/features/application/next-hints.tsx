import { publishedEndOf } from '#shared/domain/clocks.ts';
import { unprovenOpen } from '#shared/domain/checklist-state.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { lossWords } from '#renderer/i18n/loss-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AdviceNote, AdviceRow } from './advice-row.tsx';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';
import { hintsOf, returnedOn } from './hints.ts';
import type { Hint } from './hints.ts';
import { FirmLengthNote } from './firm-length-note.tsx';

/** What the return, the clock and the rules say about the next step; the papers are the pre-check’s. */
export function NextHints() {
  const t = useT();
  const { details, pack, preCheck, today, nowMs } = useCase();
  const hints = hintsOf(details, pack, { today, nowMs }, blockerCount(preCheck));
  return (
    <section aria-labelledby="next-head">
      <PartHead id="next-head" title={t('application.next.title')} />
      {hints.length === 0 ? (
        <EmptyLine>{t('application.next.closed')}</EmptyLine>
      ) : (
        <ul>
          {hints.map((hint, index) => (
            <HintRow key={`${hint.kind} ${index}`} hint={hint} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HintRow({ hint }: { readonly hint: Hint }) {
  switch (hint.kind) {
    case 'returned':
      return <ReturnedHint hint={hint} />;
    case 'collect':
      return <CollectHint hint={hint} />;
    case 'clock_over':
      return <ClockOverHint hint={hint} />;
    case 'order_over':
      return <OrderOverHint hint={hint} />;
    case 'complete':
      return <CompleteHint />;
    case 'certification':
      return <CertificationHint hint={hint} />;
    case 'stage':
      return <StageHint hint={hint} />;
    case 'clock':
      return <ClockHint hint={hint} />;
    case 'firm_fee':
      return <FirmFeeHint hint={hint} />;
  }
}

type HintOf<K extends Hint['kind']> = { readonly hint: Extract<Hint, { kind: K }> };

function ReturnedHint({ hint }: HintOf<'returned'>) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { today } = useCase();
  const { attempt, reason } = hint;
  const on = returnedOn(attempt);
  return (
    <AdviceRow
      of="sent_back"
      title={t('application.next.returned', {
        date: on === null ? '' : format.dateNear(on, today),
        reason: attempt.reasonText ?? (reason && ruleText(reason.text)) ?? '',
      })}
      rule={reason}
    >
      {reason && <AdviceNote>{t('application.remedy', { text: ruleText(reason.remedy) })}</AdviceNote>}
    </AdviceRow>
  );
}

function ClockOverHint({ hint: { clock } }: HintOf<'clock_over'>) {
  const t = useT();
  const format = useFormat();
  const { today, nowMs } = useCase();
  const what = clock.id === 'refill' ? 'refillOver' : 'clockOver';
  const date =
    clock.unit === 'hour'
      ? format.moment(clock.legalAtMs, nowMs)
      : format.dateNear(publishedEndOf(clock) ?? clock.legalOn, today);
  return (
    <AdviceRow of="expired" title={t(`application.next.${what}`, { date })}>
      <AdviceNote>{t(`application.next.${what}Note`)}</AdviceNote>
    </AdviceRow>
  );
}

function OrderOverHint({ hint: { end } }: HintOf<'order_over'>) {
  const t = useT();
  return (
    <AdviceRow of="expired" title={t(`application.next.over.${end}`)}>
      <AdviceNote>{t(`application.next.overNote.${end}`)}</AdviceNote>
    </AdviceRow>
  );
}

function CompleteHint() {
  const t = useT();
  const { application, counts } = useCase().details;
  const step = application.stage === 'returned' ? 'completeRefill' : 'complete';
  const count = unprovenOpen(counts);
  return (
    <AdviceRow
      of={count > 0 ? 'note' : 'satisfied'}
      title={count > 0 ? t(`application.next.${step}But`, { count }) : t(`application.next.${step}`)}
    >
      <AdviceNote>{t('application.next.completeNote')}</AdviceNote>
    </AdviceRow>
  );
}

function CertificationHint({ hint }: HintOf<'certification'>) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { today } = useCase();
  const { until, isOver, loss } = hint;
  const losses = [...loss.held, ...loss.coming];
  const words = losses.map((one) => lossWords(one, { t, format, ruleText, today }));
  return (
    <AdviceRow
      of={isOver ? 'expired' : 'note'}
      title={t(isOver ? 'application.next.certificationOver' : 'application.next.certification', {
        date: format.dateLong(until),
      })}
      rule={losses[0]}
    >
      <AdviceNote>{words.join(t('application.semicolon'))}</AdviceNote>
    </AdviceRow>
  );
}

function CollectHint({ hint }: HintOf<'collect'>) {
  const t = useT();
  const ruleText = useRuleText();
  const { rule, count } = hint;
  return (
    <AdviceRow of="waiting_client" title={t('application.next.collect', { count })} rule={rule}>
      {rule && <AdviceNote>{ruleText(rule.note)}</AdviceNote>}
    </AdviceRow>
  );
}

function StageHint({ hint }: HintOf<'stage'>) {
  const ruleText = useRuleText();
  const { rule } = hint;
  const signs = { client: 'waiting_client', platform: 'waiting_platform', us: 'note' } as const;
  return <AdviceRow of={signs[rule.waitingOn]} title={ruleText(rule.note)} rule={rule} />;
}

function ClockHint({ hint }: HintOf<'clock'>) {
  const t = useT();
  const ruleText = useRuleText();
  const { pack } = useCase();
  const rule = pack?.clocks.find(({ id }) => id === hint.clock.id);
  const consequence = ruleText(hint.clock.consequence);
  const title =
    hint.clock.onExpiry === 'none' ? consequence : t('application.next.ifMissed', { text: consequence });
  return (
    <AdviceRow of="note" title={title} rule={rule}>
      {rule?.firm && <FirmLengthNote unit={rule.unit} total={rule.total} firm={rule.firm} />}
    </AdviceRow>
  );
}

function FirmFeeHint({ hint: { fee } }: HintOf<'firm_fee'>) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  return (
    <AdviceRow
      of="note"
      title={t('application.next.firmFee', { amount: format.moneyWithUnit(fee.amountFen) })}
      rule={fee}
    >
      <AdviceNote>{ruleText(fee.note)}</AdviceNote>
    </AdviceRow>
  );
}
