class IncomingFiles {
  /** Paths that were dropped on the window or chosen, waiting to be read by the import screen. */
  paths = $state.raw<readonly string[]>([]);

  add(paths: readonly string[]): void {
    this.paths = [...new Set([...this.paths, ...paths])];
  }

  clear(): void {
    this.paths = [];
  }
}

export const incomingFiles = new IncomingFiles();
