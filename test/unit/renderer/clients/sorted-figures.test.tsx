import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ClientRow } from '#shared/contract/clients.ts';
import { ApiProvider, createApi } from '#renderer/api/api.tsx';
import type { BackendClient, ShellClient } from '#renderer/api/connect.ts';
import { useClientColumns } from '#renderer/features/clients/use-client-columns.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import { languages } from '#renderer/i18n/language.ts';
import type { Language } from '#renderer/i18n/language.ts';

const api = createApi({} as BackendClient, {} as ShellClient); // nothing is called
const bare = { owedFen: 0, paperCount: 0, missingCount: 0 } as ClientRow; // what these columns read

function Cell({ column, row }: { readonly column: string; readonly row: ClientRow }) {
  const columns = useClientColumns(undefined, '', []);
  return <>{columns.find(({ id }) => id === column)?.render(row)}</>;
}

function shownIn(language: Language, column: string, row: Partial<ClientRow>): string {
  const page = renderToStaticMarkup(
    <I18nProvider i18n={createI18n(language)}>
      <MantineProvider>
        <QueryClientProvider client={new QueryClient()}>
          <ApiProvider api={api}>
            <Cell column={column} row={{ ...bare, ...row }} />
          </ApiProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>,
  );
  return page.replaceAll(/<style[^>]*>.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, '');
}

describe.each(languages)('what is sorted as a figure is shown as one, in %s', (language) => {
  it('when nothing is owed, or more has been paid', () => {
    expect(shownIn(language, 'owed', {})).toBe('0');
    expect(shownIn(language, 'owed', { owedFen: -12_000 })).toMatch(/^[-−]120$/u);
  });

  it('when no paper lacks', () => {
    const none = shownIn(language, 'missing', {});
    const complete = shownIn(language, 'missing', { paperCount: 4 });
    for (const shown of [none, complete]) expect(shown).toMatch(/\p{L}/u);
    expect(none).not.toBe(complete);
  });
});
