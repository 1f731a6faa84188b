import { Menu } from 'electron';
import type { BrowserWindow, ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Texts } from './texts/zh-cn.ts';

export interface MenuActions {
  readonly newWindow: () => void;
  readonly zoom: (to: 'in' | 'out' | 'usual') => void;
  readonly allowDeveloperTools: boolean;
}

/**
 * The program's menu. Undo and redo are not in it: the page undoes changes of data as well as of text, so it has to
 * see those keys itself.
 */
export function setProgramMenu(texts: Texts, actions: MenuActions): void {
  const menu = Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: texts.menu.file, submenu: fileItems(texts, actions) },
    { label: texts.menu.edit, submenu: editItems(texts) },
    { label: texts.menu.view, submenu: viewItems(texts, actions) },
    {
      label: texts.menu.window,
      role: 'windowMenu',
      submenu: [{ role: 'minimize', label: texts.menu.minimize }],
    },
  ]);
  Menu.setApplicationMenu(menu);
}

function fileItems({ menu }: Texts, { newWindow }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: menu.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
    { role: 'close', label: menu.closeWindow },
    ...(process.platform === 'darwin'
      ? []
      : [{ role: 'quit', label: menu.quit, accelerator: 'CmdOrCtrl+Q' } as const]),
  ];
}

const editItems = ({ menu }: Texts): MenuItemConstructorOptions[] => [
  { role: 'cut', label: menu.cut },
  { role: 'copy', label: menu.copy },
  { role: 'paste', label: menu.paste },
  { role: 'selectAll', label: menu.selectAll },
];

const hidden = { visible: false, acceleratorWorksWhenHidden: true } as const;

function viewItems(
  { menu }: Texts,
  { zoom, allowDeveloperTools }: MenuActions,
): MenuItemConstructorOptions[] {
  const forDevelopers: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.developerTools },
  ];
  return [
    { label: menu.actualSize, accelerator: 'CmdOrCtrl+0', click: () => zoom('usual') },
    { label: menu.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom('in') },
    // The same key without Shift.
    { ...hidden, label: menu.zoomIn, accelerator: 'CmdOrCtrl+=', click: () => zoom('in') },
    { label: menu.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom('out') },
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(allowDeveloperTools ? forDevelopers : []),
  ];
}

/** Cut, copy and paste where there is text; the page draws its other context menus itself. */
export function popUpEditMenu(window: BrowserWindow, target: ContextMenuParams, texts: Texts): void {
  const { isEditable, selectionText, editFlags } = target;
  if (!isEditable && selectionText === '') return;
  const items: MenuItemConstructorOptions[] = isEditable
    ? editItems(texts).map((item) => ({ ...item, enabled: editFlags[flagOf(item.role)] }))
    : [{ role: 'copy', label: texts.menu.copy }];
  Menu.buildFromTemplate(items).popup({ window });
}

function flagOf(
  role: MenuItemConstructorOptions['role'],
): 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll' {
  switch (role) {
    case 'cut':
      return 'canCut';
    case 'copy':
      return 'canCopy';
    case 'paste':
      return 'canPaste';
    default:
      return 'canSelectAll';
  }
}
