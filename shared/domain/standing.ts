/** How the company register has a subject: operating (存续), listed as abnormal (经营异常), or deregistered or revoked. */
export const standings = ['operating', 'abnormal', 'closed'] as const;
export type Standing = (typeof standings)[number];

/** Words of the register and of firms, as `wordKey` leaves them. */
const standingWords: Readonly<Record<Standing, readonly string[]>> = {
  operating: [
    ...['存续', '在营', '开业', '在业', '在册', '正常', '正常经营', '存续在营', '存续在业', '在营开业'],
    ...['存续在营开业在册', 'active', 'inoperation', 'open', 'normal'],
  ],
  abnormal: [
    ...['经营异常', '异常', '经营异常名录', '列入经营异常名录', '已列入经营异常名录'],
    ...['listedasabnormal', 'abnormaloperation'],
  ],
  closed: [
    ...['注销', '已注销', '吊销', '已吊销', '吊销未注销', '吊销已注销', '注销或吊销'],
    ...['deregistered', 'cancelled', 'canceled', 'revoked', 'dissolved', 'deregisteredorrevoked'],
  ],
};

const wordKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()、,，;；/_-]/gu, '');

const known: ReadonlyMap<string, Standing> = new Map(
  standings.flatMap((standing) =>
    [standing, ...standingWords[standing]].map((word) => [wordKey(word), standing] as const),
  ),
);

/** What a word of the register says, e.g. 在营（开业）企业 or Revoked; undefined for one that is not known. */
export const recogniseStanding = (text: string): Standing | undefined =>
  known.get(wordKey(text).replace(/(企业|公司|状态)$/u, ''));
