declare global {
  /** Whether the gallery of widgets is part of this build. */
  const __GALLERY__: boolean;
}

export {};
