import type { actions as zh, inTheWay as zhInTheWay } from '../zh-cn/actions.ts';

type WordsLike<Area> = {
  readonly [Key in keyof Area]: Area[Key] extends string ? string : WordsLike<Area[Key]>;
};

export const actions = {
  accounts: {
    create: 'New account',
    restore: 'Account restored',
    trash: 'Account removed',
    update: 'Account changed',
  },
  aftercare: { decide: 'Step after the pass noted' },
  applications: {
    authorisation_lapsed: 'Authorisation lapse recorded',
    authorise: 'Authorisation recorded',
    confirm: 'Confirmation recorded',
    confirmation_lapsed: 'Lapse of the confirmation recorded',
    create: 'New application',
    fail: 'Failure recorded',
    pass: 'Pass recorded',
    pay: 'Payment recorded',
    payment_lapsed: 'Payment lapse recorded',
    pre_approve: 'First look passed',
    remark: 'Remark on the application changed',
    resubmit: 'Refill recorded',
    return: 'Return recorded',
    submit: 'Submission recorded',
    trash: 'Application removed',
    withdraw: 'Application withdrawn',
  },
  calls: { record: 'Reviewer’s call noted', remove: 'Reviewer’s call removed' },
  clients: {
    create: 'New client',
    merge: 'Clients merged',
    removeBankAccount: 'Bank account removed',
    removeContact: 'Person removed',
    removeRelation: 'Relation removed',
    restore: 'Client restored',
    saveBankAccount: 'Bank account saved',
    saveContact: 'Person saved',
    saveRelation: 'Relation saved',
    setApart: 'Told apart as different clients',
    setAnswer: 'Category question answered',
    setTags: 'Tags changed',
    trash: 'Client removed',
    update: 'Client changed',
  },
  consultants: { save: 'Consultant saved', trash: 'Consultant removed' },
  demo: { client: 'Sample client made' },
  documents: {
    add: 'Paper added',
    setStated: 'Content of a paper changed',
    trash: 'Paper removed',
    update: 'Paper changed',
  },
  fees: { pay: 'Payment noted', remove: 'Fee removed', save: 'Fee saved' },
  imports: { run: 'Import' },
  items: {
    attach: 'Paper put to an item',
    decide: 'Item decided',
    detach: 'Paper taken from an item',
    remark: 'Remark on an item changed',
  },
  rules: {
    installCategories: 'Category list imported',
    installHolidays: 'Holidays imported',
    installPack: 'Rule pack imported',
    moveApplications: 'Applications moved to new rules',
    moveToCategories: 'Applications moved to a new category list',
    removeCategories: 'Category list removed',
    removeHolidays: 'Holidays removed',
    removeOverride: 'Firm’s rule removed',
    removePack: 'Rule pack removed',
    setOverride: 'Firm’s rule changed',
  },
  settings: { set: 'Settings changed' },
  tasks: { finish: 'Reminder done', save: 'Reminder saved', trash: 'Reminder removed' },
  trash: { restore: 'Restored from the trash' },
  views: { remove: 'View removed', save: 'View saved' },
} as const satisfies WordsLike<typeof zh>;

export const inTheWay = {
  later: '“{{action}}” ({{at}}) builds on it',
  elsewhere: 'the same row was changed elsewhere since',
} as const satisfies WordsLike<typeof zhInTheWay>;
