import { invoke, isTauri } from '@tauri-apps/api/core';
import { apiErrorOf } from './call.ts';

/** Files that the app was started with, each named once. */
export interface Opened {
  ledger: string | null;
  files: string[];
}

async function ask<R>(command: string, args: Record<string, unknown>, without: R): Promise<R> {
  if (!isTauri()) return without;
  try {
    return await invoke<R>(command, args);
  } catch (thrown) {
    throw apiErrorOf(thrown);
  }
}

/** What the app was started with, or a second start handed over; it is told once. */
export const desktopOpened = (): Promise<Opened> => ask('desktop_opened', {}, { ledger: null, files: [] });

/** Lets the person choose a ledger file in the system's dialog; `null` when they think better of it. */
export const chooseLedger = (): Promise<string | null> => ask('desktop_choose_ledger', {}, null);

/** Lets the person choose a folder in the system's dialog. */
export const chooseFolder = (): Promise<string | null> => ask('desktop_choose_folder', {}, null);

/** Shows a file that was saved in the system's file manager. */
export const showInFolder = (path: string): Promise<null> => ask('desktop_show_in_folder', { path }, null);
