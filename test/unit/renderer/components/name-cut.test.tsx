import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NameCut } from '#renderer/components/name-cut.tsx';

const text = '「示例小馆」提交年审，10月5日到期';
const partsOf = (name: string) =>
  [
    ...renderToStaticMarkup(<NameCut text={text} name={name} />).matchAll(/<span class="([^"]*)">([^<]+)</gu),
  ].map(([, classes = '', words]) => ({ isName: classes.includes('name'), words }));

describe('a line of which only the name is cut', () => {
  it('sets the name apart from what is to be done and when', () => {
    const parts = partsOf('示例小馆');
    expect(parts.find(({ isName }) => isName)?.words).toBe('示例小馆');
    expect(renderToStaticMarkup(<NameCut text={text} name="示例小馆" />).replaceAll(/<[^>]+>/gu, '')).toBe(
      text,
    );
  });

  it('stays one text where the name is not in it', () => {
    for (const name of ['', '另一家']) {
      expect(renderToStaticMarkup(<NameCut text={text} name={name} />)).toBe(
        `<span class="cf-cut" title="${text}">${text}</span>`,
      );
    }
  });
});
