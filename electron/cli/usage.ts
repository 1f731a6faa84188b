/** The command line was not understood; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = `certfolio --data DIR [--now ISO] [--resources DIR] [--language zh-CN|en] <command>

  import FILE [--dry-run] [--sheet NAME]    clients and accounts from a workbook
  agenda [--on YYYY-MM-DD] [--days N]       what is due
  check CLIENT|APPLICATION                  checklists and clocks; by id, number, credit code or name
  strategy CLIENT                           what is recommended, step by step; by id, credit code or name
  rules [list]                              every version of every rule pack
  rules show ID [VERSION]                   one of them, with the firm's overrides
  rules diff ID FROM TO                     in which rules two versions differ
  rules compare                             the platforms side by side
  rules import FILE [--dry-run] [--move]    takes a pack file in; --move: open applications go along
  rules outdated [--move]                   open applications of older versions, and what a move would change
  rules holidays [FILE] [--dry-run]         known holiday years, or takes a year file in
  rules overrides                           what the firm has laid over the packs
  categories [TEXT] [--client CLIENT]       the categories, what those in a text ask for, and of a client
  state DOCUMENT [FIELD=TEXT …]             what a paper says; an empty text takes a field away
  verify                                    database, history and files
  backup [--to DIR]                         a backup, in the folder of the settings or in DIR
  restore NAME|DIR [--from DIR]             puts a backup in place; what is there is moved aside
  demo-data --clients N --seed S            a generated firm, marked as sample data
  call-log APPLICATION [missed|answered] [--at ISO] [--remark TEXT] [--remove ID]   the reviewer's calls
  overrides [list]                          what the firm has laid over the packs
  overrides set PACK JSON --reason TEXT     lays a fee, a time limit or a paper over a pack
  overrides remove ID                       takes it away again
  packs remove ID VERSION                   takes a version away that the firm took in and nothing goes by
  holidays [list]                           known holiday years
  holidays import FILE [--dry-run] [--sure] takes a year file in; --sure: also one that can hardly be whole
  holidays remove YEAR                      the year is again what the program knows of it
  call PROCEDURE [JSON] [--file NAME=PATH]  any procedure of the contract; a file is granted the token NAME
  procedures                                names them all

Output is JSON. Exit code 0: done; 1: failed, with {code, data, message}; 2: wrong usage.
`;

/** The lines of one command; all of them where it isn't known. */
export function usageOf(name: string | undefined): string {
  const own = usage.split('\n').filter((line) => line.startsWith(`  ${name ?? ''} `));
  return name === undefined || own.length === 0 ? usage : `${own.join('\n')}\n`;
}
