import type { MergeField } from '#shared/domain/client-merge.ts';
import type { MergeSide } from '#shared/contract/merging.ts';
import { useMergeWords } from './use-merge-words.ts';
import styles from './merge.module.css';

interface QuietFieldsProps {
  readonly title: string;
  readonly fields: readonly MergeField[];
  readonly client: MergeSide;
}

/** Fields in which there is nothing to choose, in one quiet line; what nobody says is left out. */
export function QuietFields({ title, fields, client }: QuietFieldsProps) {
  const words = useMergeWords();
  const said = fields.filter((field) => client[field] !== null && client[field] !== '');
  if (said.length === 0) return null;
  return (
    <div className={styles.quiet}>
      <span>{title}</span>
      <span className={styles.quietValues}>
        {said.map((field) => (
          <span key={field} className="cf-cut">
            {words.label(field, client)} {words.value(field, client)}
          </span>
        ))}
      </span>
    </div>
  );
}
