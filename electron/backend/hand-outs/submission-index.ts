import type { LeftOutPaper, MissingPaper } from '#shared/contract/hand-outs.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { filled } from '#backend/exports/firm/speech.ts';
import type { ListWords } from '#backend/exports/words.ts';

interface IndexHead {
  readonly client: string;
  readonly number: string;
  readonly on: CalendarDate;
  readonly recipient: string;
  readonly purpose: string;
}

interface Contents {
  readonly names: readonly string[];
  readonly missing: readonly MissingPaper[];
  readonly leftOut: readonly LeftOutPaper[];
}

/** The list of contents as a text that every system's editor shows: UTF-8 with its mark, lines as Windows ends them. */
export function indexText(
  { client, number, on, recipient, purpose }: IndexHead,
  { names, missing, leftOut }: Contents,
  { lists: { submission }, vocabulary, ofRule }: ListWords,
): string {
  const lines = [
    filled(submission.head, { client, number, date: on }),
    filled(submission.purpose, { recipient, purpose }),
    '',
    filled(submission.files, { n: names.length }),
    ...names,
    '',
    ...(missing.length === 0
      ? [submission.complete]
      : [
          filled(submission.missing, { n: missing.length }),
          ...missing.map(({ lineNo, title, reason }) =>
            filled(submission.line, {
              no: String(lineNo).padStart(2, '0'),
              title: ofRule(title),
              reason: vocabulary.missingPaper[reason],
            }),
          ),
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          '',
          filled(submission.leftOut, { n: leftOut.length }),
          ...leftOut.map(({ lineNo, title, validUntil }) =>
            filled(submission.line, {
              no: String(lineNo).padStart(2, '0'),
              title: ofRule(title),
              reason: validUntil,
            }),
          ),
        ]),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
