/** Files of the system that nobody means by their folder. */
export const isHidden = (name: string): boolean =>
  name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/iu.test(name);

/** Endings under which browsers, copiers and downloaders write what is not whole yet. */
const unfinished =
  /\.(tmp|temp|part|partial|filepart|crdownload|download|opdownload|!ut|td|xltd|downloading|qqdownload|lock|swp)$/iu;

/** What is in a folder for a while only: something that is still being written, or the mark of one who has it open. */
export const isPassing = (name: string): boolean =>
  isHidden(name) || name.startsWith('~') || unfinished.test(name);
