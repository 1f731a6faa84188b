import { accountSummaries } from './0007-account-summaries.ts';
import { agendaIndex } from './0006-agenda-index.ts';
import { blockerCounts } from './0005-blocker-counts.ts';
import { handOuts } from './0014-hand-outs.ts';
import { erasures } from './0016-erasures.ts';
import { fileTexts } from './0010-file-texts.ts';
import { firstLight } from './0001-first-light.ts';
import { intakeTray } from './0011-intake-tray.ts';
import { keeping } from './0013-keeping.ts';
import { lapsesAndRejections } from './0004-lapses-and-rejections.ts';
import type { Migration } from './migration.ts';
import { notesAndPins } from './0008-notes-and-pins.ts';
import { ordersOfColumns } from './0009-orders-of-columns.ts';
import { pageMeasures } from './0015-page-measures.ts';
import { permitsAndAftercare } from './0003-permits-and-aftercare.ts';
import { readPages } from './0012-read-pages.ts';
import { replacedPapers } from './0017-replaced-papers.ts';
import { rulesOfTheTrade } from './0002-rules-of-the-trade.ts';

export const migrations: readonly Migration[] = [
  firstLight,
  rulesOfTheTrade,
  permitsAndAftercare,
  lapsesAndRejections,
  blockerCounts,
  agendaIndex,
  accountSummaries,
  notesAndPins,
  ordersOfColumns,
  fileTexts,
  intakeTray,
  readPages,
  keeping,
  handOuts,
  pageMeasures,
  erasures,
  replacedPapers,
];
