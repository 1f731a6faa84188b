import type { errors as zh } from '../zh-cn/errors.ts';

type Sentences = Readonly<Record<'happened' | 'safe' | 'todo', string>>;

export const errors = {
  INTERNAL: {
    happened: 'This step did not work',
    safe: 'Nothing was half written; existing data is unchanged.',
    todo: 'Try again; if it fails again, send the technical details to support.',
  },
  BACKEND_UNAVAILABLE: {
    happened: 'The data service has stopped',
    safe: 'Everything saved is there.',
    todo: 'It is being started again; try in a few seconds.',
  },
  CANCELLED: { happened: 'Cancelled', safe: 'Nothing was written.', todo: 'Do it again when needed.' },
  NOT_FOUND: {
    happened: 'This was not found',
    safe: 'Nothing was written.',
    todo: 'Check the name or the id; it may also be in the trash.',
  },
  AMBIGUOUS: {
    happened: '“{{text}}” fits several: {{candidates}}',
    safe: 'Nothing was written.',
    todo: 'Write the whole name, or use the credit code.',
  },
  FIELD_UNKNOWN: {
    happened: 'A paper of this kind has no field “{{field}}”',
    safe: 'Nothing was written.',
    todo: 'The fields that it has: {{known}}.',
  },
  STALE: {
    happened: '“{{field}}” has just been changed elsewhere to “{{found}}”',
    safe: 'Both values are there, nothing was overwritten.',
    todo: 'Look at the new value, then change it again.',
  },
  CELLS_REFUSED: {
    happened: 'Cells that can’t be written: {{count}}',
    safe: 'Nothing was written; the table is as it was.',
    todo: 'Correct the cells that are listed, then try again.',
  },
  DUPLICATE_CREDIT_CODE: {
    happened: 'Credit code {{creditCode}} belongs to “{{name}}”',
    safe: 'Nothing was written.',
    todo: 'Check the code; if it is the same client, edit that one.',
  },
  CREDIT_CODE_NOTE_NEEDED: {
    happened: 'The code {{creditCode}} does not pass its check',
    safe: 'Nothing was written.',
    todo: 'Compare it with the licence; if the licence really says so, write why it is used and save again.',
  },
  BANK_NUMBER_IMPOSSIBLE: {
    happened: '“{{accountNumber}}” can’t be the number of a bank account',
    safe: 'Nothing was written.',
    todo: 'Account number: 6 to 32 digits and nothing else. Compare it with the bank’s paper.',
  },
  ANSWER_IMPLIED: {
    happened: 'The entity type already answers this question, and the other way',
    safe: 'Nothing was written.',
    todo: 'If the entity type is wrong, change it with the client’s facts first.',
  },
  REPORT_YEAR_NOT_OVER: {
    happened: 'The year {{year}} is not over, so its report cannot have been filed',
    safe: 'Nothing was written.',
    todo: 'The latest year that can be noted is {{lastYear}}.',
  },
  DUPLICATE_APP_ID: {
    happened: 'AppID {{appId}} belongs to “{{name}}”',
    safe: 'Nothing was written.',
    todo: 'Check the AppID.',
  },
  DUPLICATE_NAME: {
    happened: '“{{name}}” exists already',
    safe: 'Nothing was written.',
    todo: 'Choose another name.',
  },
  VIEW_UNREADABLE: {
    happened: 'What the view “{{name}}” is to show can’t be read',
    safe: 'Nothing was written.',
    todo: 'Check that its filter, order and columns are those of this list.',
  },
  IN_USE: {
    happened: '{{count}} others use it, so it can’t be removed',
    safe: 'Data is unchanged.',
    todo: 'Deal with those first.',
  },
  ACTION_NOT_ALLOWED: {
    happened: 'That is not possible now',
    safe: 'Nothing was written.',
    todo: '{{reason}}',
  },
  OVERRIDE_SAME_AS_PACK: {
    happened: 'The value is what the pack says today ({{field}}: {{value}})',
    safe: 'Nothing was written.',
    todo: 'Choose another value, or take the firm’s rule away if it is needed no longer.',
  },
  OVERRIDE_LONGER: {
    happened:
      '{{value}} is longer than the {{published}} that the platform publishes; it ends the order all the same',
    safe: 'Nothing was written.',
    todo: 'Make sure that the platform has changed it, then confirm {{value}}.',
  },
  AUTHOR_NEEDED: {
    happened: 'It is not known who decides this',
    safe: 'Nothing was written.',
    todo: 'Choose in Settings › People who works at this computer, or name who decided it.',
  },
  OVERRIDE_OUT_OF_RANGE: {
    happened: '{{field}} cannot be {{value}}',
    safe: 'Nothing was written.',
    todo: 'Give a whole number from {{min}} to {{max}} (money in fen, a time limit in its own unit).',
  },
  OVERRIDE_PAPER_ASKED: {
    happened: 'The pack asks these subjects for the paper already ({{field}}: {{entityTypes}})',
    safe: 'Nothing was written.',
    todo: 'Choose another paper, or only the kinds of subject that the pack does not ask.',
  },
  OVERRIDE_PAPER_DOUBLED: {
    happened: 'The firm asks for this kind of paper already ({{field}}), as “{{title}}”',
    safe: 'Nothing was written.',
    todo: 'Change that rule.',
  },
  ACCOUNT_KIND_UNFIT: {
    happened: 'Such an application is not for this kind of account',
    safe: 'No application was made.',
    todo: 'Choose an account that it is for; merchant onboarding needs a merchant account: add one first.',
  },
  RULES_NOT_COVERED: {
    happened: 'The rule packs do not cover this entity type yet',
    safe: 'No application was made.',
    todo: 'Check the entity type; rules for others come with a later release.',
  },
  CATEGORY_UNKNOWN: {
    happened: 'The list of categories has no “{{category}}”',
    safe: 'No application was made.',
    todo: 'Choose one of the suggestions; if the list is out of date, update it first.',
  },
  CHANGED_MEANWHILE: {
    happened: '“{{name}}” was changed elsewhere during the import',
    safe: 'All that was written is taken back; the change made elsewhere stays.',
    todo: 'Import once more: the preview works with the new values.',
  },
  CHANGE_UNDER_WAY: {
    happened: 'A change of many rows is being written',
    safe: 'Data is unchanged.',
    todo: 'Wait until it is done, or cancel it, and try again.',
  },
  UNDO_IMPOSSIBLE: {
    happened: 'What was destroyed or erased can’t be brought back: this step has no undo',
    safe: 'Data is unchanged; the record of it stays.',
    todo: 'Backups made before still hold it until they age out.',
  },
  SIDES_UNFIT: {
    happened: 'These are not two sides of one paper: another client or kind, or a kind with one side only',
    safe: 'Nothing was joined.',
    todo: 'Put client and kind right first, then join them.',
  },
  RENEWAL_UNFIT: {
    happened:
      'This paper can’t take the place of that one: client, kind and holder must be the same, and it must not end earlier',
    safe: 'Data is unchanged.',
    todo: 'Choose a paper of the same client and kind; correct a wrong holder on the page of the paper first.',
  },
  RENEWAL_CONTRADICTED: {
    happened:
      'The new paper contradicts the client’s data in {{count}} places; it may be another client’s or person’s',
    safe: 'Nothing was replaced.',
    todo: 'Compare both values; replace once you are sure that it is in the right place.',
  },
  NOTHING_TO_UNDO: {
    happened: 'There is nothing to undo, or it is undone already',
    safe: 'Data is unchanged.',
    todo: 'Nothing to do.',
  },
  REDO_ENDED: {
    happened: 'Something was changed after the undo: it can’t be done again any more',
    safe: 'Data is unchanged.',
    todo: 'If it is wanted, put the value back from the history.',
  },
  UNDO_CONFLICT: {
    happened: 'This can’t be undone on its own: {{later}}',
    safe: 'The present values stay.',
    todo: 'Undo the later step first, or put the former value back from the history.',
  },
  RESTORE_PARENT_GONE: {
    happened: '“{{title}}” belongs to “{{name}}”, which is in the trash too',
    safe: 'Nothing was restored.',
    todo: 'Restore “{{name}}” along with it.',
  },
  RESTORE_PLACE_TAKEN: {
    happened: 'The code or number of “{{title}}” is used by “{{name}}” now',
    safe: 'Nothing was restored.',
    todo: 'Change the code or number of “{{name}}” first, then restore.',
  },
  FILE_TOKEN_UNKNOWN: {
    happened: 'The chosen file is no longer valid',
    safe: 'Nothing was written.',
    todo: 'Choose the file again.',
  },
  FILE_UNREADABLE: {
    happened: '“{{name}}” can’t be read',
    safe: 'Nothing was stored, the original is untouched.',
    todo: 'See whether it is still there or used by another program.',
  },
  RULE_FILE_EMPTY: {
    happened: '“{{name}}” is empty',
    safe: 'Nothing was taken in; the rules in use stay as they are.',
    todo: 'Choose a complete file of rules or holidays.',
  },
  FOLDER_UNREADABLE: {
    happened: 'The folder “{{name}}” can’t be read',
    safe: 'The files in it were neither taken nor touched; those beside it were taken.',
    todo: 'Make sure that you may open it, and drop it again.',
  },
  FOLDER_IS_OWN: {
    happened: '“{{name}}” holds the program’s own data or backups',
    safe: 'The setting is as it was, and no file was touched.',
    todo: 'Choose a folder that is for scans alone.',
  },
  ORIGINAL_NOT_MOVED: {
    happened: '“{{name}}” was taken, but its original could not be moved to “{{folder}}”',
    safe: 'The tray has it once, and the original is where it was.',
    todo: 'Close the program that has it open, make sure that the folder can be written to, and retry.',
  },
  TOO_MANY_PAGES: {
    happened: '“{{name}}” has {{pageCount}} pages; a paper has {{limit}} at most',
    safe: 'Nothing was changed, and the original was not touched.',
    todo: 'Split it first, then drop the parts.',
  },
  TOO_MANY_PIXELS: {
    happened: '“{{name}}” has {{widthPx}} × {{heightPx}} pixels, which is too many',
    safe: 'Nothing was stored, the original is untouched.',
    todo: 'The limit is 268 million pixels, four pages of A3 at 600 dpi; export it anew at 300 dpi.',
  },
  FILE_EMPTY: {
    happened: '“{{name}}” is empty',
    safe: 'Nothing was stored.',
    todo: 'Ask the client to send it again.',
  },
  FILE_TOO_LARGE: {
    happened: '“{{name}}” is over the limit',
    safe: 'Nothing was stored, the original is untouched.',
    todo: 'The limit is 200 MB, for workbooks 50 MB.',
  },
  FILE_TYPE_UNSUPPORTED: {
    happened: '“{{name}}” is not of an accepted format ({{found}})',
    safe: 'Nothing was stored.',
    todo: 'PNG, JPEG, WebP, HEIC, BMP, TIFF and PDF are accepted; the content counts, not the ending.',
  },
  FILE_DAMAGED: {
    happened: '“{{name}}” is incomplete and can’t be opened',
    safe: 'Nothing was stored.',
    todo: 'Ask the client to send it again.',
  },
  FILE_ENCRYPTED: {
    happened: '“{{name}}” has a password',
    safe: 'Nothing was stored.',
    todo: 'Remove the password first.',
  },
  UPLOAD_FORMAT: {
    happened: 'No pictures are taken here, only {{formats}}',
    safe: 'No file was written; the original is unchanged.',
    todo: 'Hand in the original, or choose another application.',
  },
  UPLOAD_UNREADABLE: {
    happened: 'No copy of this page ({{widthPx}} × {{heightPx}}) both meets the limits and can be read',
    safe: 'No file was written; the original is unchanged.',
    todo: 'Ask the client for a larger, clearer scan, or crop less.',
  },
  MARK_NO_PLACE: {
    happened: 'Page {{pageNo}} has no empty place where the mark would cover nothing',
    safe: 'No file was written; the original is unchanged.',
    todo: 'Put the mark on a strip below the picture, or make its words shorter.',
  },
  MARK_TOO_MANY_PAGES: {
    happened: 'This paper has {{pageCount}} pages; a mark goes on {{mostPages}} at most',
    safe: 'No file was written; the original is unchanged.',
    todo: 'Hand it out without a mark, or cut it into several papers in the intake tray.',
  },
  PAPER_INCOMPLETE: {
    happened: 'This paper cannot be filed yet',
    safe: 'It is still in the intake tray.',
    todo: 'Say whose it is and what, keep at least one page, and look at it.',
  },
  WORKBOOK_ENCRYPTED: {
    happened: '“{{name}}” has a password',
    safe: 'No row was written.',
    todo: 'Remove the password in Excel, save, import again.',
  },
  WORKBOOK_DAMAGED: {
    happened: '“{{name}}” is not a complete workbook',
    safe: 'No row was written.',
    todo: 'Open it in Excel, save it as .xlsx, import again.',
  },
  WORKBOOK_QUOTES: {
    happened: 'The quotation marks in row {{rowNo}} of “{{name}}” do not pair',
    safe: 'No row was written.',
    todo: 'Mend the marks in this row, import again.',
  },
  WORKBOOK_EMPTY: {
    happened: '“{{name}}” is empty',
    safe: 'No row was written.',
    todo: 'See whether it is the right file or sheet.',
  },
  WORKBOOK_NO_HEADER: {
    happened: 'No column with the client’s name in sheet “{{sheet}}” of “{{name}}”',
    safe: 'No row was written.',
    todo: 'Add the heading “客户名称”, or choose another sheet.',
  },
  WORKBOOK_CHANGED: {
    happened: 'The dry run of “{{name}}” is no longer valid',
    safe: 'No row was written.',
    todo: 'Choose the file and run it dry again.',
  },
  PRINT_FAILED: {
    happened: 'It was not printed',
    safe: 'The paper and its original are unchanged.',
    todo: 'See whether a printer is set up and ready, then print again.',
  },
  DISK_FULL: {
    happened: 'The disk is full',
    safe: 'Nothing was half written; existing data is unchanged.',
    todo: 'Make room, then do it again.',
  },
  NOT_WRITABLE: {
    happened: '“{{name}}” can’t be written',
    safe: 'Nothing was half written.',
    todo: 'Choose another place, or change the folder’s rights.',
  },
  PAPERS_NOT_WRITABLE: {
    happened: 'The data folder “{{name}}” can’t be written, so the paper was not kept',
    safe: 'The papers that are kept are unchanged.',
    todo: 'See that its disk is connected and not write-protected, give this folder and those in it write permission, then try again.',
  },
  NOTHING_TO_HAND_OUT: {
    happened: 'There is no paper yet that could be handed out',
    safe: 'Nothing was written, and the register is as it was.',
    todo: 'Collect papers for the checklist first, then export.',
  },
  FOLDER_TAKEN: {
    happened: 'There is something in “{{name}}” already',
    safe: 'Nothing was written, and what is there was not touched.',
    todo: 'Give a folder that does not exist yet.',
  },
  DATABASE_IN_USE: {
    happened: 'The data is used by another program ({{owner}})',
    safe: 'Data is unchanged.',
    todo: 'Close that program, then try again.',
  },
  DATABASE_READ_ONLY: {
    happened: 'The database “{{name}}” is read-only',
    safe: 'Data is unchanged.',
    todo: 'Change the file’s rights, or move it to a disk that can be written.',
  },
  DATABASE_DAMAGED: {
    happened: 'The database “{{name}}” is damaged',
    safe: 'The file is kept as it is.',
    todo: 'Restore a backup; the damaged file is set aside, never deleted.',
  },
  DATABASE_NEWER: {
    happened: 'The data was written by a newer version ({{found}}; this one knows {{supported}})',
    safe: 'The file is untouched.',
    todo: 'Update the program.',
  },
  BACKUP_DAMAGED: {
    happened: 'The backup “{{name}}” is incomplete',
    safe: 'Present data is unchanged, nothing was restored.',
    todo: 'Choose another backup.',
  },
} as const satisfies Readonly<Record<keyof typeof zh, Sentences>>;
