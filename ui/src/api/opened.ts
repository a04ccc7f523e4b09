import { isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

/** Listens for files that a second start of the app hands over; returns how to stop. */
export function listenForOpened(onopened: () => void): () => void {
  if (!isTauri()) return () => undefined;
  const stop = listen('opened', onopened);
  return () => void stop.then((unlisten) => unlisten());
}
