import { isTauri } from '@tauri-apps/api/core';
import { getCurrentWebview } from '@tauri-apps/api/webview';

/** Files dragged over the window, by path: the webview itself never sees their content. */
export interface FileDropEvents {
  onenter: (count: number) => void;
  onleave: () => void;
  ondrop: (paths: string[]) => void;
}

/** Listens for files dropped anywhere on the window; returns how to stop. */
export function listenForFiles({ onenter, onleave, ondrop }: FileDropEvents): () => void {
  if (!isTauri()) return () => undefined;
  const stop = getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'enter') onenter(payload.paths.length);
    else if (payload.type === 'leave') onleave();
    else if (payload.type === 'drop') {
      onleave();
      ondrop(payload.paths);
    }
  });
  return () => void stop.then((unlisten) => unlisten());
}
