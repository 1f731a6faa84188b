import { dialog } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';
import path from 'node:path';
import type { ChosenFile } from '#shared/contract/shell.ts';
import { safeFileName } from '#shared/domain/safe-file-name.ts';
import type { Appearance } from './appearance.ts';
import type { FileGrants } from './file-grants.ts';
import { fileName, withExtension } from './file-name.ts';

/** The system's own dialogs for files and folders. What is chosen leaves as tokens. */
export interface Dialogs {
  chooseFiles(window: BrowserWindow, kind: FileKind, multiple: boolean): Promise<ChosenFile[]>;
  chooseFolder(window: BrowserWindow, purpose: FolderPurpose): Promise<ChosenFile | null>;
  chooseTarget(
    window: BrowserWindow,
    kind: Exclude<TargetKind, 'pdf'> | 'folder',
    name: string,
  ): Promise<ChosenFile | null>;
  /** Where to write a file: a path, for the main process itself; null when cancelled. */
  savePath(window: BrowserWindow, kind: TargetKind, name: string): Promise<string | null>;
}

type FileKind = 'workbook' | 'scan' | 'rules' | 'views';
type FolderPurpose = 'backup' | 'restore' | 'print' | 'intake' | 'watch';
type TargetKind = 'workbook' | 'text' | 'calendar' | 'pdf' | 'views' | 'copy' | 'jpeg' | 'png';
const workbookExtensions = ['xlsx', 'xls', 'csv'];
const scanExtensions = [
  'pdf',
  'png',
  'jpg',
  'jpeg',
  'webp',
  'gif',
  'bmp',
  'tif',
  'tiff',
  'heic',
  'heif',
  'avif',
];

export function createDialogs(grants: FileGrants, appearance: Appearance): Dialogs {
  const words = () => appearance.texts().dialog;

  const fileChoice = (kind: FileKind): { title: string; filters: FileFilter[] } => {
    switch (kind) {
      case 'workbook':
        return {
          title: words().chooseWorkbook,
          filters: [{ name: words().workbooks, extensions: workbookExtensions }],
        };
      case 'scan':
        return { title: words().chooseScans, filters: [{ name: words().scans, extensions: scanExtensions }] };
      case 'rules':
        return { title: words().chooseRules, filters: [{ name: words().rules, extensions: ['json'] }] };
      case 'views':
        return { title: words().chooseViews, filters: [{ name: words().views, extensions: ['json'] }] };
    }
  };

  const targetFilter = (kind: TargetKind, name: string): FileFilter => {
    switch (kind) {
      case 'workbook':
        return { name: words().workbooks, extensions: ['xlsx'] };
      case 'text':
        return { name: words().tables, extensions: ['csv'] };
      case 'calendar':
        return { name: words().calendars, extensions: ['ics'] };
      case 'pdf':
        return { name: words().pdf, extensions: ['pdf'] };
      case 'views':
        return { name: words().views, extensions: ['json'] };
      // An unaltered copy keeps the ending that its bytes ask for.
      case 'copy':
        return { name: words().scans, extensions: [path.extname(name).slice(1) || 'bin'] };
      case 'jpeg':
        return { name: words().pictures, extensions: ['jpg', 'jpeg'] };
      case 'png':
        return { name: words().pictures, extensions: ['png'] };
    }
  };

  const savePath = async (window: BrowserWindow, kind: TargetKind, name: string): Promise<string | null> => {
    const filter = targetFilter(kind, name);
    const extension = `.${filter.extensions[0] ?? kind}`;
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: words().saveAs,
      defaultPath: withExtension(fileName(name), extension),
      filters: [filter],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || filePath === '' ? null : withExtension(filePath, extension);
  };

  const newFolderPath = async (window: BrowserWindow, name: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: words().newFolder,
      defaultPath: safeFileName(name),
      buttonLabel: words().makeFolder,
      properties: ['createDirectory'],
    });
    return canceled || filePath === '' ? null : filePath;
  };

  const folderTitle = (purpose: FolderPurpose): string => {
    switch (purpose) {
      case 'backup':
        return words().chooseBackupFolder;
      case 'restore':
        return words().chooseRestoreFolder;
      case 'print':
        return words().choosePrintFolder;
      case 'intake':
        return words().chooseIntakeFolder;
      case 'watch':
        return words().chooseWatchedFolder;
    }
  };

  return {
    savePath,
    async chooseFiles(window, kind, multiple) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        ...fileChoice(kind),
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      if (canceled) return [];
      const chosen = await Promise.all(filePaths.map((file) => grants.grantFile(file)));
      return chosen.filter((file) => file !== null);
    },
    async chooseFolder(window, purpose) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: folderTitle(purpose),
        properties: ['openDirectory', 'createDirectory'],
      });
      const folder = filePaths[0];
      if (canceled || folder === undefined) return null;
      // What is only read is not granted for writing.
      const isRead = purpose === 'restore' || purpose === 'intake';
      return isRead ? grants.grantFolder(folder) : grants.grantTarget(folder);
    },
    async chooseTarget(window, kind, name) {
      const target =
        kind === 'folder' ? await newFolderPath(window, name) : await savePath(window, kind, name);
      return target === null ? null : grants.grantTarget(target);
    },
  };
}
