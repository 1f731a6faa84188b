import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';

type FileDrop = {
  /** A file is over it. */
  readonly hot: boolean;
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

/** Makes an element take dropped files; drags of anything else pass it by. */
export function useFileDrop(onFiles: (files: readonly File[]) => void, disabled = false): FileDrop {
  // Entering a child fires leave on its parent, so the levels are counted.
  const depth = useRef(0);
  const [hot, setHot] = useState(false);
  // A drop on a part inside, or beside, ends the drag here as well.
  useEffect(() => {
    const end = (): void => {
      depth.current = 0;
      setHot(false);
    };
    const watch = { capture: true };
    window.addEventListener('drop', end, watch);
    return () => window.removeEventListener('drop', end, watch);
  }, []);
  const meant = (event: DragEvent): boolean => !disabled && carriesFiles(event.dataTransfer);
  const enter = (event: DragEvent): void => {
    if (!meant(event)) return;
    event.preventDefault();
    depth.current += 1;
    setHot(true);
  };
  const over = (event: DragEvent): void => {
    if (!meant(event)) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
  };
  const leave = (event: DragEvent): void => {
    if (!meant(event)) return;
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setHot(false);
  };
  const drop = (event: DragEvent): void => {
    if (!meant(event)) return;
    event.preventDefault();
    event.stopPropagation();
    depth.current = 0;
    setHot(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return { hot, handlers: { onDragEnter: enter, onDragOver: over, onDragLeave: leave, onDrop: drop } };
}

const carriesFiles = (transfer: DataTransfer): boolean => transfer.types.includes('Files');
