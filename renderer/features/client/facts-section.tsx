import { useQuery } from '@tanstack/react-query';
import { serviceStatuses } from '#shared/contract/clients.ts';
import { lastReportableYear } from '#shared/domain/annual-report.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { standings } from '#shared/domain/standing.ts';
import { compareNames } from '#shared/domain/name-key.ts';
import { parseYuan } from '#shared/domain/money.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Check } from '#renderer/components/check-line.tsx';
import { entityTypeFinding } from '#renderer/components/identifier-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useHeadTitle } from '#renderer/i18n/body.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { CreditCodeFact } from './credit-code-fact.tsx';
import { ChoiceFact, DateFact, FactLine, LongTextFact, TextFact } from '#renderer/components/facts.tsx';
import { QuestionLines } from './question-lines.tsx';
import { useSaveClient } from './use-save-client.ts';
import { Section } from './section.tsx';
import styles from './side.module.css';

/** The facts of the client; each is changed where it stands, the checks beside it. */
export function FactsSection() {
  const t = useT();
  return (
    <Section id="facts" title={t('client.facts.title')}>
      <dl>
        <Registry />
        <Licence />
        <Service />
      </dl>
      <QuestionLines />
    </Section>
  );
}

/** Who the client is. */
function Registry() {
  const t = useT();
  const save = useSaveClient();
  const { client } = useClient().details;
  return (
    <>
      <TextFact
        label={t('client.facts.name')}
        place="name"
        value={client.name}
        preview={(text) => (text.trim() === '' ? { fault: t('client.facts.nameNeeded') } : {})}
        onSave={(name) => void save({ name: name ?? client.name })}
      />
      <CreditCodeFact />
      <FormerFact />
      <ChoiceFact
        label={t('client.facts.entityType')}
        place="entityType"
        values={entityTypes}
        words={(type) => t(`vocabulary.entityType.${type}`)}
        value={client.entityType}
        check={entityTypeFinding(client.creditCode, client.entityType, t)}
        onSave={(entityType) => void save({ entityType })}
      />
      <TextFact
        label={useHeadTitle()}
        place="legalRepresentative"
        value={client.legalRepresentative}
        check={useRepresentativeCheck()}
        onSave={(legalRepresentative) => void save({ legalRepresentative })}
      />
      <TextFact
        label={t('client.facts.address')}
        place="address"
        value={client.address}
        onSave={(address) => void save({ address })}
      />
    </>
  );
}

/** What it was called or registered under before a merge. */
function FormerFact() {
  const t = useT();
  const { former } = useClient().details;
  if (former.length === 0) return null;
  return (
    <FactLine label={t('client.former')}>
      {[...new Set(former.map(({ value }) => value))].map((value) => (
        <span key={value} className={styles.former}>
          {value}
        </span>
      ))}
    </FactLine>
  );
}

function Licence() {
  const t = useT();
  const save = useSaveClient();
  const { client } = useClient().details;
  return (
    <>
      <DateFact
        label={t('client.facts.establishedOn')}
        value={client.establishedOn}
        onSave={(value) => void save({ establishedOn: value === 'forever' ? null : value })}
      />
      <DateFact
        label={t('client.facts.licenceUntil')}
        place="licenceUntil"
        value={client.licenceUntil}
        mayBeForever
        onSave={(licenceUntil) => void save({ licenceUntil })}
      />
      <StandingFacts />
      <AnnualReport />
      <LongTextFact
        label={t('client.facts.businessScope')}
        value={client.businessScope}
        onSave={(businessScope) => void save({ businessScope })}
      />
    </>
  );
}

const unknown = 'unknown';

/** How the register has the client; whoever says so has looked, today unless another day is put in. */
function StandingFacts() {
  const t = useT();
  const save = useSaveClient();
  const { details, today } = useClient();
  const { standing, standingCheckedOn } = details.client;
  return (
    <>
      <ChoiceFact
        label={t('client.facts.standing')}
        values={[...standings, unknown]}
        words={(one) => t(one === unknown ? 'client.facts.standingUnknown' : `vocabulary.standing.${one}`)}
        value={standing ?? unknown}
        onSave={(one) =>
          void save(
            one === unknown
              ? { standing: null, standingCheckedOn: null }
              : { standing: one, standingCheckedOn: today },
          )
        }
      />
      <DateFact
        label={t('client.facts.standingCheckedOn')}
        value={standingCheckedOn}
        onSave={(value) => void save({ standingCheckedOn: value === 'forever' ? null : value })}
      />
    </>
  );
}

/** The last year whose company annual report was filed, typed as a year. */
function AnnualReport() {
  const t = useT();
  const save = useSaveClient();
  const { details, today } = useClient();
  const { annualReportYear } = details.client;
  const latest = lastReportableYear(today);
  const isYear = (text: string): boolean => /^20\d\d$/.test(text.trim()) && Number(text) <= latest;
  return (
    <TextFact
      label={t('client.facts.annualReport')}
      value={annualReportYear === null ? null : String(annualReportYear)}
      shown={
        annualReportYear === null ? null : t('client.facts.annualReportShown', { year: annualReportYear })
      }
      preview={(text) =>
        text.trim() === '' || isYear(text)
          ? {}
          : { fault: t('client.facts.annualReportLatest', { year: latest }) }
      }
      onSave={(text) => void save({ annualReportYear: text === null ? null : Number(text) })}
    />
  );
}

const nobody = 'nobody';

/** What the firm does for the client. */
function Service() {
  const t = useT();
  const format = useFormat();
  const save = useSaveClient();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const { client } = useClient().details;
  const nameOf = (id: string): string =>
    id === nobody
      ? t('client.facts.nobody')
      : (people.find((person) => person.id === id)?.name ?? client.consultantName ?? '');
  return (
    <>
      <ChoiceFact
        label={t('client.facts.consultant')}
        values={[...people.map(({ id }) => id), nobody]}
        words={nameOf}
        value={client.consultantId ?? nobody}
        onSave={(id) => void save({ consultantId: id === nobody ? null : id })}
      />
      <ChoiceFact
        label={t('client.facts.serviceStatus')}
        values={serviceStatuses}
        words={(status) => t(`vocabulary.serviceStatus.${status}`)}
        value={client.serviceStatus}
        onSave={(serviceStatus) => void save({ serviceStatus })}
      />
      <DateFact
        label={t('client.facts.serviceSince')}
        value={client.serviceSinceOn}
        onSave={(value) => void save({ serviceSinceOn: value === 'forever' ? null : value })}
      />
      <TextFact
        label={t('client.facts.serviceFee')}
        value={client.serviceFeeFen === null ? null : format.money(client.serviceFeeFen)}
        shown={client.serviceFeeFen === null ? null : format.moneyWithUnit(client.serviceFeeFen)}
        preview={(text) => moneyPreview(text)}
        onSave={(text) =>
          void save({ serviceFeeFen: text === null ? null : (parseYuan(text) ?? client.serviceFeeFen) })
        }
      />
    </>
  );

  function moneyPreview(text: string) {
    if (text.trim() === '') return {};
    const fen = parseYuan(text);
    return fen === undefined || fen < 0
      ? { fault: t('components.notMoney') }
      : { note: format.moneyWithUnit(fen) };
  }
}

/** Whether the people of the page know the same legal representative. */
function useRepresentativeCheck(): Check | undefined {
  const t = useT();
  const { client, contacts } = useClient().details;
  const person = contacts.find(
    ({ isLegalRepresentative, leftOn }) => isLegalRepresentative && leftOn === null,
  );
  if (client.legalRepresentative === null || person === undefined) return undefined;
  const isSame = compareNames(client.legalRepresentative, person.name).level !== 'different';
  return isSame ? undefined : { tone: 'warning', text: t('client.facts.otherPerson', { name: person.name }) };
}
