import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconDots,
  IconFolderOpen,
  IconMinus,
  IconNote,
  IconPaperclip,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import { isClosed } from '#shared/domain/application.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { fittingPapers, takesFiles } from './destination.ts';
import { ItemTextDialog } from './item-text-dialog.tsx';
import { paperFact, paperName } from './paper-words.ts';
import { useTakeFiles } from './take-files.tsx';
import styles from './checklist-row.module.css';

const icon = { size: 14, stroke: iconStroke } as const;

/** What can be said about an item, and papers of the client that would do. */
export function ItemMenu({ item }: { readonly item: ApplicationItem }) {
  const t = useT();
  const ruleText = useRuleText();
  const files = useTakeFiles();
  const { stage } = useCase().details.application;
  const [asked, setAsked] = useState<'reject' | 'remark' | null>(null);
  const title = ruleText(item.requirement.title);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon className={styles.menu} size={24} aria-label={t('application.item.menu', { title })}>
            <IconDots size={16} stroke={iconStroke} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {takesFiles(item, stage) && (
            <Menu.Item leftSection={<IconFolderOpen {...icon} />} onClick={() => files.pick(item)}>
              {t('application.item.pick')}
            </Menu.Item>
          )}
          <OtherPapers item={item} />
          {!isClosed(stage) && <Decisions item={item} onReject={() => setAsked('reject')} />}
          <Menu.Item leftSection={<IconNote {...icon} />} onClick={() => setAsked('remark')}>
            {t('application.item.remark')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked !== null && <ItemTextDialog item={item} of={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function OtherPapers({ item }: { readonly item: ApplicationItem }) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const { details, today } = useCase();
  const papers = takesFiles(item, details.application.stage)
    ? fittingPapers(item, details.otherDocuments)
    : [];
  if (papers.length === 0) return null;
  return (
    <>
      <Menu.Label>{t('application.item.otherPapers')}</Menu.Label>
      {papers.map((paper) => (
        <Menu.Item
          key={paper.id}
          leftSection={<IconPaperclip {...icon} />}
          rightSection={<span className="cf-xs cf-ink-3">{paperFact(paper, today, t, format).text}</span>}
          onClick={() =>
            void act(
              () => backend.applications.attach({ itemId: item.id, documentId: paper.id }),
              t('application.item.doneAttached', { name: paperName(paper, t) }),
            )
          }
        >
          {paperName(paper, t)}
        </Menu.Item>
      ))}
    </>
  );
}

interface DecisionsProps {
  readonly item: ApplicationItem;
  readonly onReject: () => void;
}

/** The firm's own word: each settles what the rules leave open, and can be taken back. */
function Decisions({ item, onReject }: DecisionsProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { id: itemId, decision, requirement } = item;
  const { state, reason } = requirement;
  const decide = (next: 'confirmed' | 'not_needed' | null, said: string) => (): void =>
    void act(() => backend.applications.decideItem({ itemId, decision: next }), said);
  if (decision !== null) {
    return (
      <Menu.Item
        leftSection={<IconArrowBackUp {...icon} />}
        onClick={decide(null, t('application.item.doneTakenBack'))}
      >
        {t(`application.item.takeBack.${decision}`)}
      </Menu.Item>
    );
  }
  const isOpenQuestion = reason?.code === 'applicability_unknown';
  return (
    <>
      {isOpenQuestion && (
        <Menu.Item
          leftSection={<IconPlus {...icon} />}
          onClick={decide('confirmed', t('application.item.doneNeeded'))}
        >
          {t('application.item.needed')}
        </Menu.Item>
      )}
      {((state === 'to_confirm' && !isOpenQuestion) || reason?.code === 'rejected') && (
        <Menu.Item
          leftSection={<IconCircleCheck {...icon} />}
          onClick={decide('confirmed', t('application.item.doneConfirmed'))}
        >
          {t('application.item.confirmed')}
        </Menu.Item>
      )}
      {state !== 'not_needed' && (
        <Menu.Item
          leftSection={<IconMinus {...icon} />}
          onClick={decide('not_needed', t('application.item.doneNotNeeded'))}
        >
          {t('application.item.notNeeded')}
        </Menu.Item>
      )}
      {item.documents.length > 0 && (
        <Menu.Item leftSection={<IconCircleX {...icon} />} onClick={onReject}>
          {t('application.item.reject')}
        </Menu.Item>
      )}
    </>
  );
}
