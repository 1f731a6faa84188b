import { vocabulary } from '#shared/words/zh-cn/vocabulary.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { documentKindNames } from '#shared/domain/document-kind-name.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { ObligationKind } from '#shared/domain/obligations.ts';

/** What the main process itself says: menus, dialogs, notifications. */
export const zhCn = {
  program: '证簿',
  menu: {
    file: '文件',
    newWindow: '新建窗口',
    closeWindow: '关闭窗口',
    quit: '退出',
    edit: '编辑',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '显示',
    actualSize: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    reload: '重新载入',
    developerTools: '开发者工具',
    window: '窗口',
    minimize: '最小化',
  },
  dialog: {
    workbooks: '表格文件',
    tables: 'CSV 文本',
    scans: '图片与 PDF',
    calendars: '日历文件',
    pictures: '图片',
    pdf: 'PDF 文件',
    chooseWorkbook: '选择要导入的表格',
    chooseRules: '选规则文件',
    rules: '规则文件',
    chooseViews: '选择视图文件',
    views: '视图文件',
    chooseScans: '选择资料文件',
    chooseBackupFolder: '选择存放备份的文件夹',
    chooseRestoreFolder: '选择备份所在的文件夹',
    choosePrintFolder: '选择存放清单的文件夹',
    chooseIntakeFolder: '选择要收进来的文件夹',
    chooseWatchedFolder: '选择自动收件的文件夹',
    newFolder: '存到新文件夹',
    makeFolder: '导出',
    saveAs: '存为',
  },
  reminders: {
    several: (count: number) => `${count} 项提醒`,
    more: (count: number) => `另有 ${count} 项`,
    due: (date: string) => `期限 ${date}`,
  },
  obligationKind: vocabulary.obligationKind as Record<ObligationKind, string>,
  step: ({ zh }: RuleText) => zh,
  documentKind: documentKindNames as Record<DocumentKind, string>,
  backendLost: {
    happened: '数据服务意外停止，已重新启动',
    safe: '已保存的数据都在。刚才没做完的那一步请再做一次。',
    ok: '知道了',
  },
  pageLost: {
    happened: '窗口的页面停止了',
    safe: '已保存的数据都在。',
    reload: '重新载入',
    close: '关闭窗口',
  },
  failure: {
    happened: '这一步没有做成',
    safe: '已保存的数据都在。',
    ok: '知道了',
  },
  start: {
    retry: '再试一次',
    openFolder: '打开数据文件夹',
    restore: '恢复备份…',
    quit: '退出',
    folder: (folder: string) => `数据文件夹：${folder}`,
    detail: (detail: string) => `技术细节：${detail}`,
    DATABASE_IN_USE: (owner: string) => ({
      happened: '数据正被另一个程序使用',
      safe: `没有改动任何文件。${owner === '' ? '' : `使用者：${owner}。`}`,
      todo: '关闭那个程序后再试一次。',
    }),
    DATABASE_READ_ONLY: (name: string) => ({
      happened: '数据文件不可写',
      safe: `没有改动任何文件。文件：${name}。`,
      todo: '给这个文件和它的文件夹写入权限后再试一次。',
    }),
    NOT_WRITABLE: (name: string) => ({
      happened: '数据文件夹不可写',
      safe: `没有改动任何文件。位置：${name}。`,
      todo: '给这个文件夹写入权限后再试一次。',
    }),
    DATABASE_DAMAGED: (name: string) => ({
      happened: '数据文件损坏，没有打开',
      safe: `文件原样留着，没有改动。文件：${name}。`,
      todo: '可以恢复一份备份；现在的文件会另存一处，不会被覆盖。',
    }),
    DATABASE_NEWER: (found: number, supported: number) => ({
      happened: '数据来自更新版本的证簿',
      safe: `没有改动任何文件。数据的版本是 ${found}，这个程序支持到 ${supported}。`,
      todo: '安装更新的版本后再打开，或恢复一份较早的备份。',
    }),
    DISK_FULL: {
      happened: '磁盘已满',
      safe: '没有写入半截，已有的数据不变。',
      todo: '腾出空间后再试一次。',
    },
    BACKUP_DAMAGED: (name: string) => ({
      happened: '备份不完整，没有恢复',
      safe: `现在的数据没有改动。备份：${name}。`,
      todo: '换一份备份再试一次。',
    }),
    other: {
      happened: '数据没有打开',
      safe: '没有改动任何文件。',
      todo: '再试一次；还是不行，把技术细节发给支持人员。',
    },
  },
};

export type Texts = typeof zhCn;
