import { useRef } from 'react';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { LeafTrust } from './leaf-trust.tsx';
import type { Leaf } from './leaf.ts';
import { paperRows, shownTypes } from './paper-rows.ts';
import type { PaperNeed, PaperRow } from './paper-rows.ts';
import { useColumnRoom } from './use-column-room.ts';
import { usePaperLeaf } from './use-paper-leaf.ts';
import styles from './papers-matrix.module.css';

interface PapersMatrixProps {
  readonly pack: RulePack;
  /** The kind of subject whose notes and sources stand beside the papers. */
  readonly entityType: EntityType;
  readonly onChoose: (entityType: EntityType) => void;
  /** Whether a line is among those that are looked for. */
  readonly holds: (leaf: Leaf) => boolean;
}

/** The rules' own column of a kind of subject, the paper's title and its sources, in px. */
const column = 72;
const rest = 400;

/** Which paper is asked of which kind of subject, as one table; a click on a column tells what is said there. */
export function PapersMatrix({ pack, entityType, onChoose, holds }: PapersMatrixProps) {
  const t = useT();
  const section = useRef<HTMLElement>(null);
  const room = useColumnRoom(section, { column, rest });
  const leafOf = usePaperLeaf();
  const covered = pack.coveredEntityTypes;
  const types = shownTypes(covered, entityType, room);
  const rows = paperRows(pack).filter(({ cells }) =>
    types.some((type) => {
      const cell = cells.get(type);
      return cell !== undefined && holds(leafOf(cell));
    }),
  );
  if (rows.length === 0) return null;
  return (
    <section ref={section} aria-labelledby="rules-papers">
      <PartHead
        id="rules-papers"
        title={t('rules.section.papers')}
        count={t('rules.matrix.count', { n: rows.length, all: covered.length, shown: types.length })}
      >
        <Legend />
      </PartHead>
      <PlainTable className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('rules.matrix.paper')}</th>
            {types.map((type) => (
              <th
                key={type}
                scope="col"
                className={styles.type}
                data-chosen={type === entityType || undefined}
              >
                <button
                  type="button"
                  className="cf-focus-in"
                  aria-pressed={type === entityType}
                  onClick={() => onChoose(type)}
                >
                  {t(`vocabulary.entityType.${type}`)}
                </button>
              </th>
            ))}
            <th scope="col" className={styles.source}>
              {t('rules.matrix.source', { type: t(`vocabulary.entityType.${entityType}`) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PaperLine key={row.id} row={row} types={types} chosen={entityType} pack={pack} />
          ))}
        </tbody>
      </PlainTable>
    </section>
  );
}

interface PaperLineProps {
  readonly row: PaperRow;
  readonly types: readonly EntityType[];
  readonly chosen: EntityType;
  readonly pack: RulePack;
}

function PaperLine({ row: { cells }, types, chosen, pack }: PaperLineProps) {
  const leafOf = usePaperLeaf();
  const own = cells.get(chosen);
  const told = own ?? types.map((type) => cells.get(type)).find((cell) => cell !== undefined);
  if (told === undefined) return null;
  const { title, note, of } = leafOf(told);
  return (
    <tr data-other={own === undefined || undefined}>
      <th scope="row">
        {title}
        {own && note && <span className={styles.note}>{note}</span>}
      </th>
      {types.map((type) => (
        <td key={type} className={styles.need} data-chosen={type === chosen || undefined}>
          <Need of={cells.get(type)?.need} />
        </td>
      ))}
      <td className={styles.source}>
        <LeafTrust of={of} pack={pack} />
      </td>
    </tr>
  );
}

/** A sign and its word; a point for what is not asked for. */
function Need({ of }: { readonly of: PaperNeed | undefined }) {
  const t = useT();
  if (of === undefined) {
    return (
      <span role="img" className="cf-ink-3" aria-label={t('rules.need.never')}>
        ·
      </span>
    );
  }
  return (
    <span className={styles.sign} data-need={of}>
      {t(`rules.need.${of}`)}
    </span>
  );
}

function Legend() {
  const t = useT();
  return (
    <span className="cf-ink-3 cf-xs">
      <span aria-hidden>·</span> {t('rules.need.never')}
    </span>
  );
}
