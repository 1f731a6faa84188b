import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import { isClosed } from '#shared/domain/application.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Status } from '#renderer/components/status.tsx';
import { useFileDrop } from '#renderer/components/use-file-drop.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { takesFiles } from './destination.ts';
import { useTakeFiles } from './take-files.tsx';
import styles from './page-drop.module.css';

/** The ground of the page: files that fall beside an item ask which one they are for. */
export function PageDrop({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  const { stage } = useCase().details.application;
  const drop = useFileDrop(setDropped, isClosed(stage));
  return (
    <div className={styles.page} data-drop={drop.hot || undefined} {...drop.handlers}>
      {children}
      {drop.hot && (
        <p className={styles.hint} role="status">
          {t('application.drop.hint')}
        </p>
      )}
      {dropped !== null && <Placing files={dropped} onClose={() => setDropped(null)} />}
    </div>
  );
}

interface PlacingProps {
  readonly files: readonly File[];
  readonly onClose: () => void;
}

/** Items that still want something come first. */
function Placing({ files, onClose }: PlacingProps) {
  const t = useT();
  const ruleText = useRuleText();
  const { details } = useCase();
  const { stage } = details.application;
  const taking = useTakeFiles();
  const items = details.items.filter((item) => takesFiles(item, stage)).sort((a, b) => rankOf(a) - rankOf(b));
  const place = (item: ApplicationItem): void => {
    onClose();
    taking.take(item, files);
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('application.drop.title', { count: files.length })}
      footer={<Button onClick={onClose}>{t('components.action.cancel')}</Button>}
    >
      <p className="cf-ink-2">{files.map(({ name }) => name).join(t('application.list'))}</p>
      <ul className={styles.items}>
        {items.map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              className={`${styles.item} cf-focus-in`}
              data-autofocus={index === 0 || undefined}
              onClick={() => place(item)}
            >
              <Status of={item.requirement.state} />
              <span className="cf-cut">{ruleText(item.requirement.title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

const rankOf = ({ requirement }: ApplicationItem): number =>
  requirement.state === 'satisfied'
    ? 2
    : requirement.state === 'to_confirm' || requirement.state === 'expiring'
      ? 1
      : 0;
