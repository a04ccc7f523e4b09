import { invoke, isTauri } from '@tauri-apps/api/core';
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
export async function call<C extends Name>(command: C, args: ArgumentsOf<C>): Promise<ResultOf<C>> {
  try {
    if (import.meta.env.DEV && !isTauri()) return await overBridge<ResultOf<C>>(command, args);
    return await invoke<ResultOf<C>>(command, args as Record<string, unknown>);
  } catch (thrown) {
    throw apiErrorOf(thrown);
  }
}

/** In a browser during development, the commands are answered by `cargo run -p bridge` over loopback. */
async function overBridge<R>(command: string, args: unknown): Promise<R> {
  const answer = await fetch(`/bridge/${command}`, { method: 'POST', body: JSON.stringify(args) });
  const value: unknown = await answer.json();
  if (!answer.ok) throw value;
  return value as R;
}
