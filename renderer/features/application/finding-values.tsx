import type { CheckId } from '#shared/domain/check-rule.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { Marked } from '#renderer/components/marked.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { countedWords, pageWords } from './counted-value.ts';
import { differenceIn } from './difference.ts';
import { paperById } from './show-paper.ts';
import { useStatedValue } from './stated-value.ts';
import styles from './finding-values.module.css';

/** Checks whose two values are one text written in two ways, so that single characters are worth marking. */
const spellings: ReadonlySet<CheckId> = new Set<CheckId>([
  'subject_name_differs',
  'subject_name_spelling',
  'credit_code_wrong',
  'credit_code_differs',
  'legal_representative_differs',
  'person_name_differs',
  'administrator_differs',
  'filing_contact_differs',
  'account_name_differs',
  'original_id_differs',
  'app_id_differs',
  'bank_account_number_differs',
  'bank_name_differs',
  'address_differs',
  'trademark_owner_differs',
]);
const idNumbers: ReadonlySet<CheckId> = new Set<CheckId>([
  'id_number_differs',
  'administrator_id_wrong',
  'person_id_wrong',
  'person_id_doubtful',
]);
/** Checks whose second value is what the rule asks for; else it is another source, and either may be wrong. */
const requirements: ReadonlySet<CheckId> = new Set<CheckId>([
  'credit_code_wrong',
  'file_format',
  'file_size',
  'file_resolution',
  'file_count',
]);
/** What the value is, where it is not simply what stands there now. */
const labels = {
  paper_expired: 'preCheck.until',
  paper_expiring: 'preCheck.until',
  permit_expired: 'preCheck.until',
  remedy_unchanged: 'preCheck.returnedOn',
  refill_window_over: 'preCheck.lastDay',
  standing_unchecked: 'preCheck.checkedOn',
  review_not_open: 'preCheck.until',
  phone_shared: 'preCheck.sharedWith',
} as const satisfies Partial<Record<CheckId, string>>;

/** What the other value is. */
const wantedLabelOf = (check: CheckId) => {
  if (check === 'review_not_open') return 'preCheck.opensOn';
  return requirements.has(check) ? 'preCheck.expected' : 'preCheck.against';
};

const labelOf = (check: CheckId) =>
  check in labels ? labels[check as keyof typeof labels] : ('preCheck.found' as const);

/** What is written and what it should be, with the characters that differ marked; of ID numbers only where. */
export function FindingValues({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const say = useRuleText();
  const stated = useStatedValue();
  const paper = useSayingPaper(finding);
  const { check, expected, found, at, place } = finding;
  if (found !== undefined && place.at === 'item' && place.page !== undefined)
    return (
      <p className={styles.values}>
        <span className="cf-ink-3">{t('preCheck.onPage')}</span>
        <span>{pageWords(found, t)}</span>
      </p>
    );
  if (found === undefined) return <Asked finding={finding} />;
  const isSecret = idNumbers.has(check);
  const now = countedWords(check, found, t) ?? stated(found, isSecret);
  const wanted = typeof expected === 'object' ? say(expected) : expected;
  const due = wanted === undefined || isSecret ? undefined : stated(wanted, isSecret);
  const marks = (text: string, other: string | undefined) =>
    other !== undefined && spellings.has(check) ? differenceIn(text, other) : [];
  return (
    <p className={styles.values}>
      <span className="cf-ink-3">{paper ?? t(labelOf(check))}</span>
      <span>
        <Marked text={now} ranges={marks(now, due)} as="difference" />
        {isSecret && at !== undefined && ` ${t('preCheck.differsAt', { n: at + 1 })}`}
      </span>
      {due !== undefined && (
        <>
          <span className="cf-ink-3">{t(wantedLabelOf(check))}</span>
          <span>
            <Marked text={due} ranges={marks(due, now)} as="difference" />
          </span>
        </>
      )}
    </p>
  );
}

/** Findings whose words alone do not say what is asked for; of the others the tree of the category does. */
const askedInWords: ReadonlySet<CheckId> = new Set<CheckId>(['scope_missing', 'permit_missing']);

/** What the rule asks for, where nothing stands against it. */
function Asked({ finding: { check, place, expected } }: { readonly finding: Finding }) {
  const t = useT();
  const say = useRuleText();
  const { preCheck } = useCase();
  const hasTree =
    check === 'permit_missing' &&
    place.at === 'category' &&
    preCheck.categories.some(({ categoryId, state }) => categoryId === place.id && state !== 'closed');
  if (typeof expected !== 'object' || !askedInWords.has(check) || hasTree) return null;
  return (
    <p className={styles.values}>
      <span className="cf-ink-3">{t('preCheck.asked')}</span>
      <span>{say(expected)}</span>
    </p>
  );
}

/** Which paper says it, where a paper and another source disagree: 授权书写. */
function useSayingPaper({ check, place }: Finding): string | undefined {
  const t = useT();
  const { details } = useCase();
  const compares = spellings.has(check) || check === 'id_number_differs' || check === 'licence_term_differs';
  const documentId = place.at === 'paper' || place.at === 'item' ? place.documentId : undefined;
  const paper = compares && documentId !== undefined ? paperById(details, documentId) : undefined;
  return paper && t('preCheck.onPaper', { paper: t(`vocabulary.documentKind.${paper.kind}`) });
}
