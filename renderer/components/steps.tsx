/** Steps of a wizard: done, now, next. One line, in the page head. */
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import styles from './steps.module.css';

export function Steps({ names, now }: { readonly names: readonly string[]; readonly now: number }) {
  const t = useT();
  return (
    <ol className={styles.steps} aria-label={t('components.steps')}>
      {names.map((name, index) => (
        <li key={name} data-state={stateOf(index, now)} aria-current={index === now ? 'step' : undefined}>
          <i>{index < now ? <IconCheck size={10} stroke={3} aria-hidden /> : index + 1}</i>
          {name}
          {index < names.length - 1 && <IconChevronRight size={12} stroke={iconStroke} aria-hidden />}
        </li>
      ))}
    </ol>
  );
}

function stateOf(index: number, now: number): 'done' | 'now' | 'next' {
  if (index < now) return 'done';
  return index === now ? 'now' : 'next';
}
