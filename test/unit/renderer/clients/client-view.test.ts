import { describe, expect, it } from 'vitest';
import { clientFilter } from '#shared/contract/clients.ts';
import { isSameView, viewFromText, viewToText } from '#renderer/components/list-view.ts';
import { clientViews } from '#renderer/features/clients/client-view.ts';
import type { ClientView } from '#renderer/features/clients/client-view.ts';

const wholeList = clientViews.whole;

const view: ClientView = {
  filter: { entityTypes: ['sole_trader'], certifiedWithinDays: 90, owing: true },
  sort: { key: 'owed', descending: true },
};

describe('a saved view', () => {
  it('is read as it was written', () => {
    expect(viewFromText(clientViews, viewToText(clientViews, view))).toEqual(view);
  });

  it('is a filter to whoever counts its rows', () => {
    expect(clientFilter.parse(JSON.parse(viewToText(clientViews, view)))).toEqual(view.filter);
  });

  it('without an order has the usual one', () => {
    expect(viewFromText(clientViews, '{"tag":"连锁"}')).toEqual({
      filter: { tag: '连锁' },
      sort: wholeList.sort,
    });
  });

  it.each(['', '{', 'null', '[]', '{"sort":{"key":"colour"}}'])(
    'that cannot be read (%s) is the whole list',
    (text) => {
      expect(viewFromText(clientViews, text)).toEqual(wholeList);
    },
  );

  it('is the same whatever order its fields are in, and whatever says nothing', () => {
    const filter = {
      owing: true,
      certifiedWithinDays: 90,
      entityTypes: ['sole_trader' as const],
      text: ' ',
      tag: '',
    };
    expect(isSameView(clientViews, view, { ...view, filter })).toBe(true);
    expect(isSameView(clientViews, view, { ...view, sort: { key: 'owed', descending: false } })).toBe(false);
  });
});
