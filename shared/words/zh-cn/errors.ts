/** By error code: what happened, what is safe, what to do. */
export const errors = {
  INTERNAL: {
    happened: '这一步没有做成',
    safe: '没有写入半截，已有的数据不变。',
    todo: '再试一次；还是不行，把技术细节发给支持人员。',
  },
  BACKEND_UNAVAILABLE: {
    happened: '数据服务停了',
    safe: '已保存的数据都在。',
    todo: '程序正在重新启动它，几秒后再试。',
  },
  CANCELLED: { happened: '已取消', safe: '没有写入。', todo: '需要时再做一次。' },
  NOT_FOUND: {
    happened: '没有找到这一项',
    safe: '没有写入。',
    todo: '核对名称或编号；它也可能已移到回收站。',
  },
  AMBIGUOUS: {
    happened: '「{{text}}」对应不止一个：{{candidates}}',
    safe: '没有写入。',
    todo: '写全名称，或用信用代码。',
  },
  FIELD_UNKNOWN: {
    happened: '这类资料没有「{{field}}」这一项',
    safe: '没有写入。',
    todo: '可写的项：{{known}}。',
  },
  STALE: {
    happened: '「{{field}}」刚被别处改成「{{found}}」',
    safe: '两边的值都在，没有覆盖。',
    todo: '看过新值，再改一次。',
  },
  CELLS_REFUSED: {
    happened: '{{count}} 个单元格写不进去',
    safe: '没有写入，表格不变。',
    todo: '改好列出的单元格，再做一次。',
  },
  DUPLICATE_CREDIT_CODE: {
    happened: '信用代码 {{creditCode}} 已经是「{{name}}」的',
    safe: '没有写入。',
    todo: '核对代码；确是同一户，就去那一户改。',
  },
  CREDIT_CODE_NOTE_NEEDED: {
    happened: '代码 {{creditCode}} 通不过校验',
    safe: '没有写入。',
    todo: '对照执照改正；执照上确是如此的，写明为何仍然采用再保存。',
  },
  BANK_NUMBER_IMPOSSIBLE: {
    happened: '「{{accountNumber}}」不可能是银行账号',
    safe: '没有写入。',
    todo: '账号只有数字，6 至 32 位；对照开户证明改正「账号」一栏。',
  },
  ANSWER_IMPLIED: {
    happened: '这个问题按主体类型已有答案，不能答成相反的',
    safe: '没有写入。',
    todo: '主体类型不对的，先在主体里改。',
  },
  REPORT_YEAR_NOT_OVER: {
    happened: '{{year}} 年还没过完，不能记为已报年报',
    safe: '没有写入。',
    todo: '年份最晚写 {{lastYear}}。',
  },
  DUPLICATE_APP_ID: {
    happened: 'AppID {{appId}} 已经在「{{name}}」名下',
    safe: '没有写入。',
    todo: '核对 AppID。',
  },
  DUPLICATE_NAME: { happened: '「{{name}}」已经有了', safe: '没有写入。', todo: '换一个名字。' },
  VIEW_UNREADABLE: {
    happened: '视图「{{name}}」的条件读不懂',
    safe: '没有写入。',
    todo: '核对它的筛选、排序和列是否属于这张列表。',
  },
  IN_USE: {
    happened: '还有 {{count}} 项在用它，不能移除',
    safe: '数据不变。',
    todo: '先处理在用的，再移除。',
  },
  ACTION_NOT_ALLOWED: {
    happened: '现在不能这样做',
    safe: '没有写入。',
    todo: '{{reason}}',
  },
  OVERRIDE_SAME_AS_PACK: {
    happened: '改写的值与规则包今天的相同（{{field}}：{{value}}）',
    safe: '没有写入。',
    todo: '换一个值；不再需要改写的，去掉它。',
  },
  OVERRIDE_LONGER: {
    happened: '{{value}} 比平台公布的时限 {{published}} 长，平台到时照样算失效',
    safe: '没有写入。',
    todo: '平台确实改了，再确认按 {{value}} 算。',
  },
  AUTHOR_NEEDED: {
    happened: '还不知道是谁定的',
    safe: '没有写入。',
    todo: '在「设置 › 人员」里选好本机是谁在用，或写明是谁定的。',
  },
  OVERRIDE_OUT_OF_RANGE: {
    happened: '{{field}} 不能是 {{value}}',
    safe: '没有写入。',
    todo: '写 {{min}} 至 {{max}} 之间的整数（金额按分，时限按它的单位）。',
  },
  OVERRIDE_PAPER_ASKED: {
    happened: '规则包已经向这些主体要这份材料（{{field}}：{{entityTypes}}）',
    safe: '没有写入。',
    todo: '换一种资料，或只对规则包没有要的主体类型另要。',
  },
  OVERRIDE_PAPER_DOUBLED: {
    happened: '本所已另要同一种资料（{{field}}），清单上叫「{{title}}」',
    safe: '没有写入。',
    todo: '在那一条上改。',
  },
  ACCOUNT_KIND_UNFIT: {
    happened: '这种申请不适用于这类账号',
    safe: '没有建申请。',
    todo: '换一个合适的账号；商户进件要用支付商户账号，没有的先加一个。',
  },
  RULES_NOT_COVERED: {
    happened: '规则包还没有这种主体的材料要求',
    safe: '没有建申请。',
    todo: '核对主体类型；其他主体的规则在后续版本。',
  },
  CATEGORY_UNKNOWN: {
    happened: '类目清单里没有「{{category}}」',
    safe: '没有建申请。',
    todo: '从建议里选一个类目；清单旧了的，先更新清单。',
  },
  CHANGED_MEANWHILE: {
    happened: '导入途中，「{{name}}」在别处改了',
    safe: '已写入的全部退回，别处改的还在。',
    todo: '再导入一次，预览会按新值重算。',
  },
  CHANGE_UNDER_WAY: {
    happened: '正在写入一批改动',
    safe: '数据不变。',
    todo: '等它写完，或取消它，再做一次。',
  },
  UNDO_IMPOSSIBLE: {
    happened: '销毁的资料、删除的个人信息收不回来，这一步不能撤销',
    safe: '数据不变；销毁和删除的记录还在。',
    todo: '在此之前做的备份里还有这些内容，直到那份备份过期。',
  },
  SIDES_UNFIT: {
    happened: '这两份不是同一份资料的两面：客户或种类不同，或这种资料只有一面',
    safe: '没有合成，数据不变。',
    todo: '先改对客户和种类，再合成一份。',
  },
  RENEWAL_UNFIT: {
    happened: '这份资料不能替换那一份：客户、种类和持有人要相同，有效期也不能更早',
    safe: '数据不变。',
    todo: '选同一客户、同一种类的资料；持有人不对的，先在资料页改。',
  },
  RENEWAL_CONTRADICTED: {
    happened: '新的资料上有 {{count}} 项与客户资料不符，可能是别家或别人的',
    safe: '没有替换。',
    todo: '对照两边的值；确认没有放错，再替换。',
  },
  NOTHING_TO_UNDO: { happened: '没有可撤销的改动，或已经撤销过', safe: '数据不变。', todo: '无须处理。' },
  REDO_ENDED: {
    happened: '撤销之后又有改动，不能再重做',
    safe: '数据不变。',
    todo: '要的话照记录里的值改回。',
  },
  UNDO_CONFLICT: {
    happened: '不能单独撤销：{{later}}',
    safe: '现在的值不变。',
    todo: '先撤销后来的那一步，或照记录里的旧值改回。',
  },
  RESTORE_PARENT_GONE: {
    happened: '「{{title}}」所属的「{{name}}」也在回收站',
    safe: '没有恢复。',
    todo: '连同「{{name}}」一起恢复。',
  },
  RESTORE_PLACE_TAKEN: {
    happened: '「{{title}}」的代码或编号已归「{{name}}」',
    safe: '没有恢复。',
    todo: '先改「{{name}}」的代码或编号，再恢复。',
  },
  FILE_TOKEN_UNKNOWN: {
    happened: '选的文件已经失效',
    safe: '没有写入。',
    todo: '重新选一次文件。',
  },
  FILE_UNREADABLE: {
    happened: '读不到「{{name}}」',
    safe: '没有存入，原文件没有动。',
    todo: '看文件是否还在、是否被别的程序占用，再试。',
  },
  RULE_FILE_EMPTY: {
    happened: '「{{name}}」是空文件',
    safe: '没有装入，现用的规则不变。',
    todo: '换一份完整的规则或假期文件再选。',
  },
  FOLDER_UNREADABLE: {
    happened: '文件夹「{{name}}」读不出来',
    safe: '里面的文件没有收，也没有动；旁边的照收。',
    todo: '确认有权限打开它，再放一次。',
  },
  FOLDER_IS_OWN: {
    happened: '「{{name}}」放着本程序自己的数据或备份',
    safe: '没有改设置，文件都没有动。',
    todo: '另选一个专门放扫描件的文件夹。',
  },
  ORIGINAL_NOT_MOVED: {
    happened: '「{{name}}」收好了，但原件没能移到「{{folder}}」',
    safe: '收件盘里只有一份，原件还在原处。',
    todo: '关掉正打开它的程序，确认文件夹可写，再点重试。',
  },
  TOO_MANY_PAGES: {
    happened: '「{{name}}」有 {{pageCount}} 页，一件最多 {{limit}} 页',
    safe: '没有改动，原文件没有动。',
    todo: '先拆成几份再放。',
  },
  TOO_MANY_PIXELS: {
    happened: '「{{name}}」有 {{widthPx}} × {{heightPx}} 像素，图太大',
    safe: '没有存入，原文件没有动。',
    todo: '上限 2.68 亿像素，相当于四张 600 dpi 的 A3；按 300 dpi 重新导出后再放。',
  },
  FILE_EMPTY: { happened: '「{{name}}」是空文件', safe: '没有存入。', todo: '请客户重发一份。' },
  FILE_TOO_LARGE: {
    happened: '「{{name}}」超过上限',
    safe: '没有存入，原文件没有动。',
    todo: '上限 200 MB，表格 50 MB；压缩或拆开后再放。',
  },
  FILE_TYPE_UNSUPPORTED: {
    happened: '「{{name}}」的内容不是能收的格式（{{found}}）',
    safe: '没有存入。',
    todo: '可收 PNG、JPEG、WebP、HEIC、BMP、TIFF、PDF；以内容为准，不看后缀。',
  },
  FILE_DAMAGED: {
    happened: '「{{name}}」打不开，文件不完整',
    safe: '没有存入。',
    todo: '请客户重发一份。',
  },
  FILE_ENCRYPTED: {
    happened: '「{{name}}」加了密码',
    safe: '没有存入。',
    todo: '去掉密码后再放进来。',
  },
  UPLOAD_FORMAT: {
    happened: '这里不收图片，只收 {{formats}}',
    safe: '没有写出文件，原件没有改动。',
    todo: '直接交原件，或换一项申请的要求。',
  },
  UPLOAD_UNREADABLE: {
    happened: '这一页（{{widthPx}} × {{heightPx}}）做不出既合要求又看得清的上传件',
    safe: '没有写出文件，原件没有改动。',
    todo: '请客户重扫或重拍一张更大更清楚的，或少裁一些。',
  },
  MARK_NO_PLACE: {
    happened: '第 {{pageNo}} 页上没有放得下水印又不遮内容的空处',
    safe: '没有写出文件，原件没有改动。',
    todo: '把水印加在画面下方的白边上，或缩短水印文字。',
  },
  MARK_TOO_MANY_PAGES: {
    happened: '这份资料有 {{pageCount}} 页，最多给 {{mostPages}} 页加水印',
    safe: '没有写出文件，原件没有改动。',
    todo: '不加水印交出，或先在收件盘里拆成几份。',
  },
  PAPER_INCOMPLETE: {
    happened: '这一件还不能归档',
    safe: '它仍在收件盘里。',
    todo: '先定好客户和资料种类，至少留一页，并看过一遍。',
  },
  WORKBOOK_ENCRYPTED: {
    happened: '「{{name}}」加了密码，读不了',
    safe: '没有写入任何一行。',
    todo: '在 Excel 里去掉密码，另存后再导。',
  },
  WORKBOOK_DAMAGED: {
    happened: '「{{name}}」不是完整的表格文件',
    safe: '没有写入任何一行。',
    todo: '用 Excel 打开另存为 .xlsx 再导。',
  },
  WORKBOOK_QUOTES: {
    happened: '「{{name}}」第 {{rowNo}} 行的引号不成对',
    safe: '没有写入任何一行。',
    todo: '改好这一行的引号，再导。',
  },
  WORKBOOK_EMPTY: {
    happened: '「{{name}}」里没有内容',
    safe: '没有写入任何一行。',
    todo: '看是不是选错了文件或工作表。',
  },
  WORKBOOK_NO_HEADER: {
    happened: '「{{name}}」的「{{sheet}}」表里没找到客户名称这一列',
    safe: '没有写入任何一行。',
    todo: '表头写上「客户名称」，或换一张工作表。',
  },
  WORKBOOK_CHANGED: {
    happened: '「{{name}}」的试运行已经失效',
    safe: '没有写入任何一行。',
    todo: '重新选文件，再试运行一次。',
  },
  PRINT_FAILED: {
    happened: '没有打印出来',
    safe: '资料和原件没有改动。',
    todo: '看打印机是否已装好、已联机，再打印一次。',
  },
  DISK_FULL: {
    happened: '磁盘满了',
    safe: '没有写入半截，已有的数据不变。',
    todo: '清出空间后再做一次。',
  },
  NOT_WRITABLE: {
    happened: '「{{name}}」不能写入',
    safe: '没有写入半截。',
    todo: '换一个位置，或改文件夹的权限。',
  },
  PAPERS_NOT_WRITABLE: {
    happened: '数据文件夹「{{name}}」不能写入，资料存不进去',
    safe: '已存的资料没有变。',
    todo: '看磁盘是否连着、有没有写保护，在系统里给这个文件夹和里面的文件夹写入权限，再存一次。',
  },
  NOTHING_TO_HAND_OUT: {
    happened: '还没有可以交出的资料',
    safe: '没有写入任何文件，登记没有变。',
    todo: '先给清单收上资料，再导出。',
  },
  FOLDER_TAKEN: {
    happened: '「{{name}}」里已有内容',
    safe: '没有写入，里面的文件没有动。',
    todo: '换一个新的文件夹名。',
  },
  DATABASE_IN_USE: {
    happened: '资料库正被另一个程序使用（{{owner}}）',
    safe: '数据不变。',
    todo: '关掉那个程序再试。',
  },
  DATABASE_READ_ONLY: {
    happened: '资料库「{{name}}」是只读的',
    safe: '数据不变。',
    todo: '改文件的权限，或换到能写的磁盘。',
  },
  DATABASE_DAMAGED: {
    happened: '资料库「{{name}}」已损坏',
    safe: '文件原样留着，没有改动。',
    todo: '从备份恢复；坏的文件会另存，不会删除。',
  },
  DATABASE_NEWER: {
    happened: '资料库是更新版本写的（{{found}}，本程序到 {{supported}}）',
    safe: '文件没有动。',
    todo: '升级程序再打开。',
  },
  BACKUP_DAMAGED: {
    happened: '备份「{{name}}」不完整',
    safe: '现有数据不变，没有恢复。',
    todo: '换一份备份。',
  },
} as const;
