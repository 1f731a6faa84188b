import { useEffect, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';

/** The picture takes the whole screen; it gives it back when the page is left. */
export function useFullScreen() {
  const { shell } = useApi();
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    if (!isFull) return;
    void shell.setFullScreen({ isFull: true }).catch(() => undefined);
    return () => void shell.setFullScreen({ isFull: false }).catch(() => undefined);
  }, [shell, isFull]);
  return { isFull, toggle: (): void => setFull(!isFull) };
}

export type FullScreen = ReturnType<typeof useFullScreen>;
