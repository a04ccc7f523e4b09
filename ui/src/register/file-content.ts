import type { Locale } from '#format/locale.ts';
import { preferences } from '#shell/preferences.svelte.ts';

/** Bytes of one block that `btoa` takes at a time. */
const block = 0x8000;

/** The bytes of a chosen file as the ledger takes them. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += block) pieces.push(String.fromCharCode(...bytes.subarray(at, at + block)));
  return btoa(pieces.join(''));
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Whether the window shows files of a media type itself; others are saved for another program. */
export function canBeShown(mediaType: string): boolean {
  return mediaType === 'application/pdf' || mediaType === 'text/plain' || ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(mediaType);
}

/** A file that a person gave: chosen, or dropped by its path. */
export type NewFile = File | string;

export const fileNameOf = (file: NewFile): string => (typeof file === 'string' ? (file.split(/[/\\]/).at(-1) ?? file) : file.name);

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** "48 kB", "1.2 MB"; "53 bytes", whose short sign would have no plural. */
export function sizeText(bytes: number, { tag, wordsTag }: Pick<Locale, 'tag' | 'wordsTag'> = preferences.locale): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(step === 0 ? wordsTag : tag, {
    style: 'unit', unit: units[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step === 2 ? 1 : 0
  }).format(bytes / 1000 ** step);
}
