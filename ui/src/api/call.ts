import { invoke, isTauri } from '@tauri-apps/api/core';
import { nameOfFile, openLedger } from '#shell/ledger.svelte.ts';
import { askAhead, takeAhead } from './ahead.ts';
import type { Commands } from './generated.ts';

/** What every refused command answers: a stable code, the values its message needs, and text for a log. */
export interface Refusal {
  code: string;
  params: Record<string, string>;
  message: string;
}

/** A refused command. Screens show `error.<code>` from the catalogue, filled with `params`. */
export class ApiError extends Error implements Refusal {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    readonly params: Record<string, string>,
    message: string
  ) {
    super(message);
  }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/** Anything thrown on the way to the ledger, as an `ApiError`; what is not a refusal is a fault of ours: `internal`. */
export function apiErrorOf(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isRefusal(thrown)) return new ApiError(thrown.code, thrown.params ?? {}, thrown.message);
  return new ApiError('internal', {}, thrown instanceof Error ? thrown.message : String(thrown));
}

type Name = keyof Commands & string;
type ArgumentsOf<C extends Name> = Commands[C] extends { args: infer A } ? A : never;
type ResultOf<C extends Name> = Commands[C] extends { result: infer R } ? R : never;

/** The one way from a screen to the ledger. Rejects with an `ApiError`, never with anything else. */
export function call<C extends Name>(command: C, args: ArgumentsOf<C>): Promise<ResultOf<C>> {
  return takeAhead<ResultOf<C>>(command, args) ?? ask(command, args);
}

/** Asks what a part of the screen that is about to be made will ask; that part gets the same answer. */
export function callAhead<C extends Name>(command: C, args: ArgumentsOf<C>): Promise<ResultOf<C>> {
  return askAhead(command, args, () => ask(command, args));
}

async function ask<C extends Name>(command: C, args: ArgumentsOf<C>): Promise<ResultOf<C>> {
  try {
    if (import.meta.env.DEV && !isTauri()) return await overBridge<ResultOf<C>>(command, args);
    return await invoke<ResultOf<C>>(command, args as Record<string, unknown>);
  } catch (thrown) {
    const error = apiErrorOf(thrown);
    notice(command, error);
    throw error;
  }
}

/** Commands about a whole file, which may be another one than the ledger that is open. */
const ofFiles = /^(ledger_|backup)/;

/** Some refusals mean that there is no open ledger to show any more: the window turns to its door. */
function notice(command: string, { code, message, params }: ApiError): void {
  if (openLedger.state !== 'open') return;
  if (code === 'ledger_damaged' && !ofFiles.test(command)) {
    const { path, settings } = openLedger;
    openLedger.refused = { path, name: settings?.name ?? nameOfFile(path), error: { code, message, params } };
    openLedger.state = 'refused';
  } else if (code === 'locked') {
    openLedger.state = 'locked';
  } else if (code === 'no_ledger') {
    openLedger.state = 'closed';
  }
}

/** In a browser during development, the commands are answered by `cargo run -p bridge` over loopback. */
async function overBridge<R>(command: string, args: unknown): Promise<R> {
  const answer = await fetch(`/bridge/${command}`, { method: 'POST', body: JSON.stringify(args) });
  const value: unknown = await answer.json();
  if (!answer.ok) throw value;
  return value as R;
}
