import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useContradictions } from '#renderer/api/use-contradictions.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useRedo, useUndo } from '#renderer/api/use-action.ts';
import { endTrailOff } from '#renderer/components/list-trail.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { AppShell } from '#renderer/components/shell/app-shell.tsx';
import { Toasts } from '#renderer/components/toast.tsx';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { Palette } from '#renderer/features/search/palette.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { KeysHelp } from './keys-help.tsx';
import { placeKeys } from './place-ids.ts';
import { SamplesMark } from './samples-mark.tsx';
import { TrayDrop } from './tray-drop.tsx';
import { useKeptPage } from './use-start-page.ts';
import { useNavigation } from './use-navigation.ts';

/** Looked at again at every address. */
function useWays(address: string): Pick<Navigation, 'canGoBack' | 'canGoForward'> {
  const read = () => ({
    canGoBack: window.navigation.canGoBack,
    canGoForward: window.navigation.canGoForward,
  });
  const [ways, setWays] = useState(read);
  useEffect(() => setWays(read()), [address]);
  return ways;
}

const toPlaces = Object.fromEntries(placeKeys.map(([key, id]) => [key, () => navigateTo(paths[id]())]));

/** Every page stands in this frame: caption, side bar, palette, toasts, failures, and the keys that work everywhere. */
export function Frame() {
  // The browser knows where a link that was followed by its address leads back to; the router does not.
  const { pathname, searchStr } = useLocation();
  const { canGoBack, canGoForward } = useWays(`${pathname}${searchStr}`);
  const navigation = useNavigation();
  const undo = useUndo();
  const redo = useRedo();
  const [rail, setRail] = useState<boolean>();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  useEffect(() => endTrailOff(pathname), [pathname]);
  const { leavePage } = useFailures();
  useEffect(() => leavePage(), [pathname, leavePage]);
  useContradictions();
  useKeptPage(`${pathname}${searchStr}`);

  useShortcuts({ 'mod+k': () => setSearching(true) }, { overDialogs: true });
  useShortcuts({
    '?': () => setHelping(true),
    'mod+z': undo,
    'mod+shift+z': redo,
    'mod+y': redo,
    'mod+n': () => navigateTo(paths.newClient()),
    ...toPlaces,
    'alt+arrowleft': () => window.history.back(),
    'alt+arrowright': () => window.history.forward(),
  });

  return (
    <AppShell
      {...navigation}
      {...(rail !== undefined && { rail })}
      onRailChange={setRail}
      {...(canGoBack && { onBack: () => window.history.back() })}
      {...(canGoForward && { onForward: () => window.history.forward() })}
      onSearch={() => setSearching(true)}
      onHelp={() => setHelping(true)}
      end={<SamplesMark />}
    >
      <Outlet />
      <TrayDrop />
      <FailurePanel />
      <ConflictDialog />
      <Toasts />
      <Palette opened={searching} onClose={() => setSearching(false)} />
      <KeysHelp opened={helping} onClose={() => setHelping(false)} />
    </AppShell>
  );
}
