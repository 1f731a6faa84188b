import type { ViewRow, ViewScreen } from '#shared/contract/views.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from '../api.tsx';
import { useAction } from '../use-action.ts';
import { readyViews } from './ready-views.ts';

/** What can be done with the views of a list; each says what was done, with Undo. */
export function useViewActions(screen: ViewScreen) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  /** Resolves with the id; undefined when it failed. */
  const save = async (id: string | null, name: string, filter: string): Promise<string | undefined> => {
    const work = () => backend.views.save({ id, screen, name, filter });
    return (await act(work, t('views.saved', { name })))?.id;
  };
  return {
    save,
    /** Saves and shows the view that came of it. */
    saveAndOpen: async (id: string | null, name: string, filter: string): Promise<boolean> => {
      const viewId = await save(id, name, filter);
      if (viewId === undefined) return false;
      navigateTo(paths[screen](viewId));
      return true;
    },
    remove: async ({ id, name }: Pick<ViewRow, 'id' | 'name'>): Promise<boolean> => {
      const work = () => backend.views.remove({ id });
      return (await act(work, t('views.removed', { name }))) !== undefined;
    },
    pin: async ({ id, name }: Pick<ViewRow, 'id' | 'name'>, isPinned: boolean): Promise<void> => {
      const work = () => backend.views.pin({ id, isPinned });
      await act(work, t(isPinned ? 'views.pinned' : 'views.unpinned', { name }));
    },
    move: async (id: string, beforeId: string | null): Promise<void> => {
      await act(() => backend.views.move({ id, beforeId }));
    },
    addReady: async (): Promise<void> => {
      const views = readyViews(screen, t);
      await act(() => backend.views.add({ screen, views }), t('views.ready.added'));
    },
  };
}
