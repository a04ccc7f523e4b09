/**
 * Asks for the bundled faces, before any text is laid out: text without its face has the system look through all of its
 * own, which takes longer than the rest of the first layout.
 */
export function loadFaces(): void {
  for (const [family, letter] of [['Inter Variable', 'a'], ['Noto Sans Thai Variable', 'ก']] as const) {
    document.fonts.load(`1em '${family}'`, letter).catch((error: unknown) => console.warn('a typeface is missing', error));
  }
}
