import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/api/api.tsx';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Piece } from './tray-shape.ts';
import { clientOf, kindOf } from './tray-shape.ts';
import type { Described } from './use-tray-actions.ts';

const isNew = 'new';
const nowhere = 'nowhere';

interface PlaceChoiceProps {
  readonly piece: Piece;
  readonly onChange: (changes: Described) => void;
}

/** Whether it is a new paper or a new version of one, and the item of a checklist that it is for. */
export function PlaceChoice({ piece, onChange }: PlaceChoiceProps) {
  const t = useT();
  const ruleText = useRuleText();
  const { query } = useApi();
  const clientId = clientOf(piece)?.id;
  const kind = kindOf(piece);
  const places = useQuery({
    ...query.intake.places.queryOptions({ input: { clientId: clientId ?? '', kind: kind ?? 'other' } }),
    enabled: clientId !== undefined && kind !== null,
  }).data;
  if (clientId === undefined || kind === null || places === undefined) return null;
  const { paper } = piece;
  const papers = new Map(places.papers.map((each) => [each.id, each]));
  const items = new Map(places.items.map((each) => [each.id, each]));
  return (
    <>
      {papers.size > 0 && (
        <ChoiceField
          label={t('intake.storeAs')}
          values={[isNew, ...papers.keys()]}
          words={(id) => {
            const known = papers.get(id);
            return known === undefined
              ? t('intake.newPaper')
              : t('intake.newVersion', { title: known.title, no: known.versionCount + 1 });
          }}
          value={paper.documentId ?? isNew}
          onChange={(id) =>
            onChange({ clientId, kind, documentId: id === isNew ? null : id, itemId: paper.itemId })
          }
        />
      )}
      {items.size > 0 && (
        <ChoiceField
          label={t('intake.usedFor')}
          values={[nowhere, ...items.keys()]}
          words={(id) => {
            const known = items.get(id);
            if (known === undefined) return t('intake.noItem');
            const words = { number: known.applicationNumber, title: ruleText(known.title) };
            return t(known.isOpen ? 'intake.openItem' : 'intake.metItem', words);
          }}
          value={paper.itemId ?? nowhere}
          onChange={(id) =>
            onChange({ clientId, kind, documentId: paper.documentId, itemId: id === nowhere ? null : id })
          }
        />
      )}
    </>
  );
}
