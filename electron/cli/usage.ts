/** The command line was not understood; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `certfolio --data DIR [--now ISO] [--resources DIR] <command>

  import FILE [--dry-run] [--sheet NAME]    clients and accounts from a workbook
  agenda [--on YYYY-MM-DD] [--days N]       what is due
  check CLIENT|APPLICATION                  checklists and clocks; by id, number, credit code or name
  state DOCUMENT [FIELD=TEXT …]             what a paper says; an empty text takes a field away
  verify                                    database, history and files
  backup [--to DIR]                         a backup, in the folder of the settings or in DIR
  restore NAME|DIR [--from DIR]             puts a backup in place; what is there is moved aside
  demo-data --clients N --seed S            a generated firm, marked as sample data
  call PROCEDURE [JSON] [--file NAME=PATH]  any procedure of the contract; a file is granted the token NAME
  procedures                                names them all

Output is JSON. Exit code 0: done; 1: failed, with {code, data, message}; 2: wrong usage.
`;
