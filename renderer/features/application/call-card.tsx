import { IconPhoneCall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { maskPhone } from '#shared/domain/mask.ts';
import type { ReviewerQuestion } from '#shared/domain/rule-pack.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useHeadTitle } from '#renderer/i18n/body.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { CallLog } from './call-log.tsx';
import { useCase } from './case-context.tsx';
import { callsElementId } from './focus-item.ts';
import styles from './call-card.module.css';

type Contact = ApplicationDetails['contacts'][number];

/** Who takes the reviewer's call, when, what will be asked, and the answers that were handed in. */
export function CallCard() {
  const t = useT();
  const ruleText = useRuleText();
  const { details, pack } = useCase();
  if (!pack?.reviewerCall) return null;
  const call = pack.reviewerCall;
  const people = callTakers(details.contacts);
  return (
    <section id={callsElementId} aria-labelledby="call-head">
      <PartHead id="call-head" title={t('application.call.title')}>
        {t('application.call.missed', { count: call.missedCallsToFail })}
      </PartHead>
      <div className={styles.card}>
        <div className={styles.brief}>
          <dl className={styles.facts}>
            <Fact term={t('application.call.who')}>
              {people.length === 0 ? (
                <span className="cf-warning">{t('application.call.nobody')}</span>
              ) : (
                people.map((person) => <Person key={person.id} contact={person} />)
              )}
            </Fact>
            <Fact term={t('application.call.hours')}>
              {people[0]?.availableHours ?? <span className="cf-ink-3">{t('application.call.noHours')}</span>}
            </Fact>
            <Fact term={t('application.call.asks')}>
              {call.questions.map((question) => (
                <Question key={question.id} question={question} />
              ))}
            </Fact>
          </dl>
          <p className={styles.note}>
            {ruleText(call.note)} <Trust of={trustOf(call.tag)} brief />
          </p>
          <Numbers numbers={pack.reviewLines.map(({ number }) => number)} />
        </div>
        <CallLog rule={call} />
      </div>
    </section>
  );
}

/** Those who were named for it, else the administrators. */
export function callTakers(contacts: readonly Contact[]): readonly Contact[] {
  const named = contacts.filter(({ answersCalls }) => answersCalls);
  return named.length > 0 ? named : contacts.filter(({ isAdministrator }) => isAdministrator);
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The number is hidden until it is asked for: the screen may be seen by others. */
function Person({ contact }: { readonly contact: Contact }) {
  const t = useT();
  const headTitle = useHeadTitle();
  const [shown, setShown] = useState(false);
  const { name, phone, isAdministrator, isLegalRepresentative } = contact;
  const roles = [
    isAdministrator ? t('vocabulary.contactRole.administrator') : '',
    isLegalRepresentative ? headTitle : '',
  ].filter((role) => role !== '');
  return (
    <span className={styles.line}>
      {[name, ...roles].join(t('application.comma'))}
      {phone !== null && (
        <>
          {t('application.comma')}
          <span className="cf-selectable">{shown ? phone : maskPhone(phone)}</span>{' '}
          <TextButton onClick={() => setShown(!shown)}>
            {t(shown ? 'application.call.hide' : 'application.call.show')}
          </TextButton>
        </>
      )}
    </span>
  );
}

function Question({ question }: { readonly question: ReviewerQuestion }) {
  const t = useT();
  const ruleText = useRuleText();
  const { details } = useCase();
  const answer = useAnswer(question, details);
  return (
    <span className={styles.line}>
      {t('application.call.question', { text: ruleText(question.text) })}
      {answer === null ? (
        <span className="cf-ink-3">{t('application.call.noAnswer')}</span>
      ) : (
        <b className="cf-selectable">{answer}</b>
      )}
    </span>
  );
}

/** What was handed in, where the program knows it. */
function useAnswer(
  { id }: ReviewerQuestion,
  { client, account, contacts }: ApplicationDetails,
): string | null {
  const t = useT();
  const title = useHeadTitle();
  switch (id) {
    case 'full_name':
      return client.name;
    case 'purpose':
      return account.category === null
        ? null
        : t('application.call.purpose', { account: account.name, category: account.category });
    case 'applicant': {
      const administrator = contacts.find(({ isAdministrator }) => isAdministrator);
      if (administrator === undefined) return null;
      if (administrator.isLegalRepresentative)
        return t('application.call.applicantIsLegal', { name: administrator.name, title });
      return t('application.call.applicant', {
        name: administrator.name,
        title,
        legal: client.legalRepresentative ?? '',
      });
    }
    default:
      return null;
  }
}

function Numbers({ numbers }: { readonly numbers: readonly string[] }) {
  const t = useT();
  if (numbers.length === 0) return null;
  return (
    <details className={styles.numbers}>
      <summary>
        <IconPhoneCall size={14} stroke={iconStroke} aria-hidden />
        {t('application.call.numbers', { count: numbers.length })}
      </summary>
      <ul className="cf-selectable">
        {numbers.map((number) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
    </details>
  );
}
