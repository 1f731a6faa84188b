import { FieldBoxes } from '#renderer/components/scan/field-boxes.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { frameOf } from './read-row.ts';
import { readCheck, readLabel, readValue } from './read-words.ts';
import { useClientOfPaper } from './use-client-of-paper.ts';
import type { OpenPane } from './use-pane.ts';
import type { ReadFields } from './use-read-fields.ts';

interface ReadBoxesProps {
  readonly fields: ReadFields;
  readonly pane: OpenPane;
  /** Page, from 1. */
  readonly no: number;
}

/** The values that were read off one page, each in its frame. */
export function ReadBoxes({ fields, pane, no }: ReadBoxesProps) {
  const t = useT();
  const { paper, today } = usePaper();
  const client = useClientOfPaper();
  const { reading, rows, chosen, choose } = fields;
  const page = reading?.state === 'read' ? reading.pages.find(({ pageNo }) => pageNo === no) : undefined;
  const here = rows.filter(({ read }) => read.pageNo === no);
  if (page === undefined || client === undefined || here.length === 0) return null;
  const known = { paper, client, today };
  return (
    <FieldBoxes
      size={{ width: page.widthPx, height: page.heightPx }}
      turn={pane.turn}
      boxes={here.map((row) => {
        const { tone } = readCheck(row, known, t);
        return {
          no: row.no,
          label: t('viewer.read.box', {
            n: row.no,
            field: readLabel(row, known, t),
            value: readValue(row.read.value, t),
          }),
          box: frameOf(row.read),
          tone: tone === 'success' ? 'info' : tone,
          isCurrent: chosen?.no === row.no,
        };
      })}
      onChoose={(chosenNo) => choose(rows.find((row) => row.no === chosenNo) ?? null)}
    />
  );
}
