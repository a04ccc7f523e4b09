import { nameOfFile, openLedger } from '#shell/ledger.svelte.ts';
import { incomingFiles } from '#shell/incoming.svelte.ts';
import { isOutside } from '#shell/place.ts';
import { apiErrorOf, call } from './call.ts';
import { desktopOpened } from './desktop.ts';

/**
 * Finds out how the window stands and opens the ledger it was started with, else the one that was open last. `path` is
 * the page that was asked for: who asks for the first one wants no ledger opened.
 */
export async function beginSession(path: string): Promise<void> {
  try {
    await startSession(path);
  } catch (thrown) {
    refuse('', thrown);
  }
}

async function startSession(path: string): Promise<void> {
  const [session, { ledger, files }] = await Promise.all([readSession(), desktopOpened()]);
  incomingFiles.add(files);
  if (ledger) return openFile(ledger);
  if (session.state === 'open') return entered();
  if (session.state === 'locked') {
    openLedger.state = 'locked';
    return;
  }
  const last = session.recent.find((ledger) => !ledger.gone);
  if (last && !isOutside(path)) return openFile(last.path);
  openLedger.state = 'closed';
}

/** Takes what a second start of the app handed over: statements wait for the import screen. */
export async function takeOpened(): Promise<void> {
  const { ledger, files } = await desktopOpened();
  incomingFiles.add(files);
  if (ledger) await openFile(ledger);
}

/** Asks how the session stands, and keeps the answer. */
export async function readSession() {
  const session = await call('session', {});
  openLedger.path = session.path ?? '';
  openLedger.password = session.password;
  openLedger.recent = session.recent;
  openLedger.folder = session.folder;
  openLedger.appVersion = session.version;
  return session;
}

/** A ledger's name as people know it: from the list of recent ones, else its file's. */
export function nameOf(path: string): string {
  return openLedger.recent.find((ledger) => ledger.path === path)?.name ?? nameOfFile(path);
}

/** Opens a ledger with the key in the keychain; where that fails, the lock screen says why and what helps. */
export async function openFile(path: string): Promise<void> {
  openLedger.state = 'opening';
  openLedger.path = path;
  try {
    await call('ledger_open', { path, password: null });
    await entered();
  } catch (thrown) {
    refuse(path, thrown);
  }
}

/** Shows on the lock screen why a ledger did not open. */
export function refuse(path: string, thrown: unknown): void {
  openLedger.refused = { path, name: nameOf(path), error: apiErrorOf(thrown) };
  openLedger.state = 'refused';
}

/** Shows the ledger that was just opened, created or unlocked. */
export async function entered(): Promise<void> {
  const [settings] = await Promise.all([call('ledger_settings', {}), readSession()]);
  openLedger.settings = settings;
  openLedger.refused = undefined;
  openLedger.changed();
  openLedger.state = 'open';
}

/**
 * Locks the ledger. The page is loaded anew, so that nothing that any screen remembered of the books stays in memory;
 * only the screen's path is kept, not its query, which may hold words that were searched for.
 */
export async function lockLedger(): Promise<void> {
  await call('ledger_lock', {});
  location.replace(isOutside(location.pathname) ? '/lock' : `/lock?back=${encodeURIComponent(location.pathname)}`);
}

/** Closes the ledger and leads to the first page; loaded anew for the same reason. */
export async function closeLedger(): Promise<void> {
  await call('ledger_close', {});
  location.replace('/welcome');
}
