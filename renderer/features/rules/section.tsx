import type { RulePack } from '#shared/domain/rule-pack.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { LeafSection } from './leaf.ts';
import styles from './rules.module.css';

/** One part of a pack: what each line says, its sources and its trust. */
export function Section({ section, pack }: { readonly section: LeafSection; readonly pack: RulePack }) {
  const t = useT();
  const format = useFormat();
  const say = useRuleText();
  const titleOf = (code: string): string => {
    const source = pack.sources.find((one) => one.code === code);
    return source === undefined ? code : say(source.title);
  };
  return (
    <section aria-labelledby={`rules-${section.id}`}>
      <PartHead
        id={`rules-${section.id}`}
        title={section.title}
        count={t('rules.lines', { count: section.leaves.length })}
      />
      <PlainTable className={styles.leaves}>
        <tbody>
          {section.leaves.map(({ id, title, value, note, of }) => (
            <tr key={id}>
              <th scope="row">
                {title}
                {note && <span className={styles.note}>{note}</span>}
              </th>
              <td className={styles.value}>{value}</td>
              <td className={styles.source} title={of.source.map(titleOf).join('\n')}>
                {of.source.join(t('application.list'))}
              </td>
              <td className={styles.trust}>
                <Trust of={trustOf(of.tag)} asOf={format.dateLong(of.asOf)} brief />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </section>
  );
}
