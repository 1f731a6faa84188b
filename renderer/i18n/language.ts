export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** What the document's `lang` says; CSS chooses Chinese or English measures by it. */
export const isLanguage = (value: string): value is Language =>
  languages.some((language) => language === value);
