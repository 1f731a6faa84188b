import type { ImportField } from '#shared/domain/import-fields.ts';
import type { LeftOutCode } from '#shared/domain/import-left-out.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './imports.module.css';
import type { ImportOutcome } from './import-store.ts';

type LeftOut = ImportOutcome['leftOut'];

/** So many rows are named of one kind; the workbook that is returned has all of them. */
const namedAtMost = 12;

/** The cells that stayed out of rows that were written for the rest: which, why, and in which rows of the sheet. */
export function LeftOutPart({ leftOut }: { readonly leftOut: LeftOut }) {
  const t = useT();
  const format = useFormat();
  return (
    <section>
      <PartHead title={t('imports.leftOut.title', { n: format.count(leftOut.length) })}>
        {t('imports.leftOut.note')}
      </PartHead>
      <ul className={styles.notes}>
        {kindsOf(leftOut).map(({ field, code, rowNos }) => (
          <li key={`${field} ${code}`}>
            <p>
              {t('imports.leftOut.kind', {
                field: t(`imports.field.${field}`),
                why: t(`imports.leftOut.why.${code}`),
              })}
            </p>
            <p className="cf-ink-2 cf-xs">
              {t(rowNos.length > namedAtMost ? 'imports.leftOut.moreRows' : 'imports.leftOut.rows', {
                rows: rowNos.slice(0, namedAtMost).join(t('imports.leftOut.and')),
                n: format.count(rowNos.length),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Kind {
  readonly field: ImportField;
  readonly code: LeftOutCode;
  readonly rowNos: number[];
}

function kindsOf(leftOut: LeftOut): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { rowNo, field, code } of leftOut) {
    const key = `${field} ${code}`;
    const kind = kinds.get(key) ?? { field, code, rowNos: [] };
    kinds.set(key, kind);
    kind.rowNos.push(rowNo);
  }
  return [...kinds.values()];
}
