import type { FileInput } from '#api/generated.ts';

/** Bytes to base64 at a time: a multiple of three, and few enough for one call. */
const chunk = 0x6000;

/** Bytes as base64, the form in which the window hands files over. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + chunk))));
  return pieces.join('');
}

/** Files that a person chose in the window, with what is in them. */
export function inputsOf(files: readonly File[]): Promise<FileInput[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) })));
}
