import { isTauri } from '@tauri-apps/api/core';
import { getCurrentWebview } from '@tauri-apps/api/webview';

/** Files dragged over the window, by path: the webview itself never sees their content. */
export interface FileDropEvents {
  onenter: (count: number) => void;
  /** Where they are, in pixels of the page. */
  onmove: (x: number, y: number) => void;
  onleave: () => void;
  ondrop: (paths: string[], x: number, y: number) => void;
}

/** Listens for files dropped anywhere on the window; returns how to stop. */
export function listenForFiles({ onenter, onmove, onleave, ondrop }: FileDropEvents): () => void {
  if (!isTauri()) return () => undefined;
  const stop = getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'leave') return onleave();
    const { x, y } = payload.position.toLogical(devicePixelRatio);
    if (payload.type === 'enter') onenter(payload.paths.length);
    onmove(x, y);
    if (payload.type === 'drop') {
      onleave();
      ondrop(payload.paths, x, y);
    }
  });
  return () => void stop.then((unlisten) => unlisten());
}
