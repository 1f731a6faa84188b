/** The command line was not understood; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = `certfolio --data DIR [--now ISO] [--resources DIR] [--language zh-CN|en] <command>

  import FILE [--dry-run] [--sheet NAME]    clients and accounts from a workbook
  export clients|accounts|applications|documents|hand-outs FILE.xlsx|FILE.csv [--filter JSON]   a list as a file, by a filter of the list
  views [list] [clients|accounts|applications]   saved views with their counts
  views export FILE [NAME...] [--list LIST]      views as a file: all, or those of these names
  views import FILE [--dry-run] [--replace | --keep-both] [--drop-people]   views from a file; --replace, --keep-both:
                                            those whose name is taken; --drop-people: without people whom the firm lacks
  export firm FOLDER                        everything the firm has, with all files, in a new folder: read without the program
  search TEXT [--kind KIND]... [--limit N]  anything by a text; papers by what stands in their files too, and on which page
  intake                                    what lies in the intake tray
  intake take PATH...                       takes files, and of folders all that is in them, into the tray
  intake watch-folder [FOLDER | --none] [--on | --off]   from which the running program takes what is still
  intake move PAGE PIECE [BEFORE-PAGE]      puts a page into a piece, before one of its pages or at its end
  intake sides FRONT BACK                   joins two pieces, the sides of one ID card, into one
  intake file PIECE [--client CLIENT] [--kind KIND] [--title TEXT]   files a piece; what is not said is what was guessed
  documents text ID                         what the files of a paper say, page by page
  read ID [--agreeing] [--lines]            reads the newest files of a paper and prints what they say; --agreeing: keeps what agrees
                                            with everything known; --lines: every line with its place
  documents touches ID [NEW]                all that a renewed paper touches, and what becomes of it
  documents replace ID [NEW] [--due YYYY-MM-DD] [--dry-run] [--sure]   NEW, or a new version of ID itself, takes its place wherever
                                            it is still open; --due: a task for each platform that has to be told; --sure: also a
                                            paper that is another's by what is read off it
  hand-out [list] [TEXT] [--client CLIENT] [--application NUMBER]   the register: which copy went to whom, the latest first
  hand-out paper ID FILE --to NAME --for PURPOSE [--side whole|front|back] [--application NUMBER] [--mark TEXT [--mark-below]]
                                            an unaltered copy of a paper, or one with a mark, entered in the register
  hand-out note ENTRY [--outcome returned|destroyed|none] [--on YYYY-MM-DD] [--remark TEXT]   what became of a copy
  submission NUMBER [FOLDER --to NAME --for PURPOSE]   the papers of a checklist in a new folder, numbered and named;
                                            without a folder what it would hold and lack
  quality ID                                what the newest files of a paper look like, and what is wrong with the pictures
  upload-copy ID FILE --to NAME --for PURPOSE [--page N] [--part front|back] [--application ID] [--turn 90|180|270]
                                            [--straighten] [--crop] [--mark TEXT [--mark-below]]
                                            a page as it can be handed in: right format, best quality that fits the limit; --crop: to
                                            the sheet's edge, where one is found (report.sheet);
                                            --application: whose limits count, else the strictest of all that use it;
                                            --mark: words written where they cover nothing, or below the picture
  agenda [--on YYYY-MM-DD] [--days N]       what is due
  accounts [TEXT] [--within DAYS | --expired] [--window] [--uncertified] [--platform NAME]
                                            accounts, by the end of their certification; --window: the review is open
  check CLIENT|APPLICATION                  checklists and clocks; by id, number, credit code, name or a part of it
  aftercare CLIENT|APPLICATION              what follows a pass or a failure, step by step
  aftercare APPLICATION RULE done|not-needed|applies|open [--on YYYY-MM-DD] [--remark TEXT]
                                            the firm's word on one step; open takes it back
  strategy CLIENT                           what is recommended, step by step; by id, credit code, name or a part of it
  rules [list]                              every version of every rule pack
  rules show ID [VERSION]                   one of them, with the firm's overrides
  rules diff ID FROM TO                     in which rules two versions differ
  rules compare                             the platforms side by side
  rules import FILE [--dry-run] [--move [--to-older]]   takes a pack file in; --move: open applications go along, with --to-older also back to an older version
  rules outdated [--move]                   open applications of older versions, and what a move would change
  categories [TEXT] [--client CLIENT]       the categories, what those in a text ask for, and of a client
  answer CLIENT [QUESTION yes|no|clear]     what a client answers to the questions of its categories
  step APPLICATION STEP [--at ISO] [--fee YUAN] [--until YYYY-MM-DD] [--reason TEXT] [--code CODE] [--sure]
                                            records what happened; --sure: also what is doubtful
  bulk clients|accounts|applications [--filter JSON] [--ids A,B | --except A,B] [DEED] [--dry-run]
                                            many rows in one change; without a deed it tells what they have in common
  bulk clients … [--set JSON] [--tag NAME] [--untag NAME] | --assign NAME|nobody | --trash
  bulk applications … --assign NAME|nobody | --step STEP [--at ISO] [--reason TEXT] | --trash
  bulk accounts … [--set JSON] | --trash    of the accounts themselves
  bulk accounts … --assign NAME|nobody | [--tag NAME] [--untag NAME]   of the clients that they belong to
  bulk accounts … --step STEP [--at ISO] [--reason TEXT]   of their applications under way
  bulk accounts … --start [--kind KIND]     a new application for each; without a kind what each asks for
  needed CLIENT                             the papers still needed for all its applications and categories
  categories lists                          every version of the lists of categories
  categories diff FROM TO                   in which entries two versions differ; by version or hash
  categories import FILE [--dry-run] [--move [--to-older]]   takes a list in; --move and --to-older as with a pack
  categories outdated [--move]              open applications of older lists, and what a move would change
  state DOCUMENT|CLIENT KIND [FIELD=TEXT …] what a paper says; an empty text takes a field away
  verify                                    database, history and files
  backup [--to DIR]                         a backup, in the folder of the settings or in DIR
  restore NAME|DIR [--from DIR]             puts a backup in place; what is there is moved aside
  demo-data --clients N --seed S [--past-years Y]   a generated firm, marked as sample data
  samples [add|remove]                      constructed clients to look around with, and away again in one step
  call-log APPLICATION [missed|answered] [--at ISO] [--remark TEXT] [--remove ID]   the reviewer's calls
  note CLIENT [TEXT] [--application NUMBER] [--at ISO] [--remove ID]   what was noted about a client; a text notes one more
  overrides [list]                          what the firm has laid over the packs
  overrides set PACK JSON --reason TEXT [--by NAME] [--sure]   lays a fee, a time limit or a paper over a pack;
                                            --sure: also a time longer than the published one
  overrides edit ID [JSON] [--reason TEXT] [--by NAME] [--sure]   gives one another value or reason
  overrides remove ID                       takes it away again
  duplicates [CLIENT]                       clients that may be one body, and why
  duplicates CLIENT OTHER --apart|--again   says that two are not the same; --again: takes that back
  merge KEEP OTHER [--take FIELD]... [--leave FIELD]... [--own-remark] [--dry-run]
                                            puts OTHER into KEEP, which takes what it lacks and the fields named
  trash [list] [TEXT]                       what was thrown away, newest first
  trash restore ENTRY...                    brings entries back, in one change
  keeping [due] [TEXT] [--show all|free|held]   what may be destroyed, and what still holds a paper
  keeping destroy ID...|--all --sure [--remark TEXT]   destroys what may be destroyed among these; can't be undone
  keeping record [TEXT] [--to FILE.xlsx|FILE.csv]   what was destroyed, when and by which rule
  keeping until DOCUMENT YYYY-MM-DD|none    until when a paper is kept
  person [list] [TEXT]                      the people that the firm knows, by name or number
  person report WHO                         everything that is held about one person, by id, name or number
  person export WHO FOLDER --to NAME --for PURPOSE   the same in a new folder with copies of the papers, entered in the register
  person erase WHO [--yes] [--remark TEXT]  what an erasure would take and leave; --yes: erases it, which can't be undone: WHO is an
                                            id or a whole name then
  person erasures                           what was erased, what had to stay and why
  files                                     what the last look at the files has found
  files repair [SHA256...]                  takes good copies out of the backups
  files remove-orphans [SHA256...] --sure   takes files away that nothing knows; can't be undone
  packs remove ID VERSION                   takes a version away that the firm took in and nothing goes by
  holidays [list]                           known holiday years
  holidays import FILE [--dry-run] [--sure] takes a year file in; --sure: also one that can hardly be whole
  holidays remove YEAR                      the year is again what the program knows of it
  call PROCEDURE [JSON] [--file NAME=PATH]  any procedure of the contract; a file is granted the token NAME
  procedures                                names them all

Output is JSON; that of --help is this text, or what it says of a command. Exit code 0: done; 1: failed, with {code, data, message}; 2: wrong usage.
`;

/** The lines of one command with those that go on with them; all of them where it isn't known. */
export function usageOf(name: string | undefined): string {
  let isOwn = false;
  const own = usage.split('\n').filter((line) => {
    if (!line.startsWith('   ')) isOwn = `${line} `.startsWith(`  ${name ?? ''} `);
    return isOwn;
  });
  return name === undefined || own.length === 0 ? usage : `${own.join('\n')}\n`;
}
