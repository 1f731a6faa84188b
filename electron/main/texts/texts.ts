import type { languages } from '#shared/contract/settings.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';
import type { Texts } from './zh-cn.ts';

export type Language = (typeof languages)[number];

export const textsOf = (language: Language): Texts => (language === 'en' ? en : zhCn);
