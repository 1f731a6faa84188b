import { createHash } from 'node:crypto';
import type { RuleText } from '#shared/domain/rule-pack.ts';

export const sha256Of = (content: string): string => createHash('sha256').update(content).digest('hex');

/** What a text says as JSON; `json` is undefined when it is none, and `fault` then says where it breaks off. */
export function parsedText(content: string): { readonly json: unknown; readonly fault?: RuleText } {
  try {
    return { json: JSON.parse(content) };
  } catch (error) {
    return { json: undefined, fault: faultOf(content, error instanceof Error ? error.message : '') };
  }
}

/** The engine tells the place in its message, where it tells it at all. */
function faultOf(content: string, message: string): RuleText {
  if (message.includes('end of JSON')) {
    return {
      zh: '不是完整的 JSON，文件到结尾还没写完',
      en: 'Not whole: the JSON breaks off at the end of the file',
    };
  }
  const position = /position (\d+)/u.exec(message)?.[1];
  if (position === undefined) return { zh: '不是 JSON 文件', en: 'Not a JSON file' };
  const lines = content.slice(0, Number(position)).split('\n');
  const [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
  return {
    zh: `JSON 写法有误，第 ${line} 行第 ${column} 个字符处`,
    en: `Faulty JSON at line ${line}, character ${column}`,
  };
}
