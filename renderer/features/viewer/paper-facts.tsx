import { documentKinds } from '#shared/domain/document-kind.ts';
import { numberFieldOf } from '#shared/domain/stated-value.ts';
import { ChoiceFact, DateFact, LongTextFact, TextFact } from '#renderer/components/facts.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { Part } from './part.tsx';
import { useClientOfPaper } from './use-client-of-paper.ts';
import { useSavePaper } from './use-save-paper.ts';

/** What is said of the paper: its kind, name, person, number and days. */
export function PaperFacts() {
  const t = useT();
  const save = useSavePaper();
  const { paper } = usePaper();
  const kindWords = (kind: (typeof documentKinds)[number]): string => t(`vocabulary.documentKind.${kind}`);
  return (
    <Part title={t('viewer.facts')}>
      <dl>
        <ChoiceFact
          label={t('viewer.field.kind')}
          values={documentKinds}
          words={kindWords}
          value={paper.kind}
          onSave={(kind) =>
            void save({
              kind,
              // A name that said the kind says the new one.
              ...(paper.title === kindWords(paper.kind) && { title: kindWords(kind) }),
            })
          }
        />
        <TextFact
          label={t('viewer.field.title')}
          value={paper.title === '' ? null : paper.title}
          preview={(text) => (text.trim() === '' ? { fault: t('viewer.titleNeeded') } : {})}
          onSave={(title) => title !== null && void save({ title })}
        />
        <PersonFact />
        {numberFieldOf(paper.kind) === undefined && (
          <TextFact
            label={t('viewer.field.number')}
            value={paper.number}
            mono
            onSave={(number) => void save({ number })}
          />
        )}
        <Days />
        <LongTextFact
          label={t('viewer.field.remark')}
          value={paper.remark}
          onSave={(remark) => void save({ remark })}
        />
      </dl>
    </Part>
  );
}

function Days() {
  const t = useT();
  const save = useSavePaper();
  const { paper } = usePaper();
  return (
    <>
      <DateFact
        label={t('viewer.field.issuedOn')}
        value={paper.issuedOn}
        onSave={(day) => void save({ issuedOn: day === 'forever' ? null : day })}
      />
      <DateFact
        label={t('viewer.field.validFromOn')}
        value={paper.validFromOn}
        onSave={(day) => void save({ validFromOn: day === 'forever' ? null : day })}
      />
      <DateFact
        label={t('viewer.field.validUntil')}
        value={paper.validUntil}
        mayBeForever
        onSave={(validUntil) => void save({ validUntil })}
      />
      <DateFact
        label={t('viewer.field.keepUntilOn')}
        value={paper.keepUntilOn}
        onSave={(day) => void save({ keepUntilOn: day === 'forever' ? null : day })}
      />
    </>
  );
}

const nobody = '';

/** Whose paper it is, where it is a person's and the client has people. */
function PersonFact() {
  const t = useT();
  const save = useSavePaper();
  const { paper } = usePaper();
  const people = useClientOfPaper()?.contacts ?? [];
  if (people.length === 0 && paper.contactId === null) return null;
  const nameOf = (id: string): string =>
    people.find(({ contactId }) => contactId === id)?.name ?? paper.contactName ?? '';
  const known = people.map(({ contactId }) => contactId);
  const values =
    paper.contactId === null || known.includes(paper.contactId) ? known : [paper.contactId, ...known];
  return (
    <ChoiceFact
      label={t('viewer.field.contactId')}
      values={[nobody, ...values]}
      words={(id) => (id === nobody ? t('viewer.nobody') : nameOf(id))}
      value={paper.contactId ?? nobody}
      onSave={(id) => void save({ contactId: id === nobody ? null : id })}
    />
  );
}
