/** Changes of many accounts at once, and of what belongs to them. */
export const accounts = {
  chosen: '已选 {{n}} 个',
  owners: {
    assign:
      '这 {{accounts}} 个账号属于 {{clients}} 户客户。负责人记在客户上，写入后这些客户的全部账号都跟着变。',
    tags: '这 {{accounts}} 个账号属于 {{clients}} 户客户。标签记在客户上，写入后这些客户的全部账号都跟着变。',
  },
  edit: {
    title: '修改 {{n}} 个账号',
    preview: '将改写 {{accounts}} 个账号的 {{fields}} 个字段；其余字段不动。',
    untouched: '改动哪个字段就写哪个，没动的保持各账号原样。',
    times: '其中 {{n}} 个记有到期的钟点，写入日期后只留日期。',
    merchants: '其中 {{n}} 个是商户号，没有备案日期，这一项不写。',
    save: '写入 {{n}} 个',
    running: '正在修改账号',
    done: '已修改 {{n}} 个账号',
  },
  step: {
    note: '所选 {{n}} 个账号的在办申请。',
    none: '所选账号没有在办申请',
    unread: '没能读出在办申请，关上菜单再打开就重试',
    leave: '这些不记',
  },
  start: {
    title: '为 {{n}} 个账号建申请',
    own: '按账号：认证过的年审，没有的首次认证',
    fine: '会建{{kinds}}。',
    fineOne: '会建一件{{kind}}申请。',
    ofKind: '{{kind}} {{n}} 件',
    and: '，',
    refused: '{{n}} 个账号不能建',
    refusedLine: {
      already_open: '{{account}}（{{client}}）：{{kind}}正在办理，{{number}}',
      not_covered: '{{account}}（{{client}}）：规则包还没有{{kind}}对这种主体的材料要求',
      kind_unfit: '{{account}}（{{client}}）：{{kind}}不适用于这类账号',
    },
    doubtful: '{{n}} 个账号看来不用建',
    doubtLine: {
      too_early: '{{account}}（{{client}}）：年审窗口还没开',
      passed_before: '{{account}}（{{client}}）：已通过{{kind}}',
    },
    sure: '确实要建',
    save: '建 {{n}} 件',
    running: '正在建申请',
    done: '已建 {{n}} 件申请',
  },
  assign: { title: '改 {{n}} 户的负责人' },
} as const;
