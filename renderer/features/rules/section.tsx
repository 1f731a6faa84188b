import type { RulePack } from '#shared/domain/rule-pack.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Lasting } from './lasting.tsx';
import { LeafTrust } from './leaf-trust.tsx';
import type { LeafSection } from './leaf.ts';
import styles from './rules.module.css';

/** One part of a pack: what each line says, its sources and its trust. */
export function Section({ section, pack }: { readonly section: LeafSection; readonly pack: RulePack }) {
  const t = useT();
  const hasValues = section.leaves.some(({ value }) => value !== undefined);
  return (
    <section aria-labelledby={`rules-${section.id}`}>
      <PartHead
        id={`rules-${section.id}`}
        title={section.title}
        count={t('rules.lines', { count: section.leaves.length })}
      />
      <PlainTable className={styles.leaves}>
        <tbody>
          {section.leaves.map(({ id, title, code, value, lasts, note, of, firm }) => (
            <tr key={id} data-place={`${section.id}.${id}`} tabIndex={-1}>
              <th scope="row">
                {title}
                {code && <span className={styles.code}>{code}</span>}
                {note && <span className={styles.note}>{note}</span>}
                {firm && (
                  <span className={styles.note}>{t('rules.firmLength', { reason: firm.reason })}</span>
                )}
              </th>
              {hasValues && (
                <td className={styles.value}>
                  {value}
                  {firm && (
                    <span className={styles.note}>{t('rules.ofPack', { value: firm.packValue })}</span>
                  )}
                  {lasts && <Lasting of={lasts} />}
                </td>
              )}
              <td className={styles.trust}>
                {firm && <LeafTrust of={firm.of} pack={pack} />}
                <LeafTrust of={of} pack={pack} />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </section>
  );
}
