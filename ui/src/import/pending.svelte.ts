import { untrack } from 'svelte';
import { apiErrorOf, call } from '#api/call.ts';
import type {
  CsvFrame, FileInput, FileReading, ImportChoice, ImportOther, ImportOtherRow, ImportOutcome, ImportResult, ImportRow, ImportView, TargetInput
} from '#api/generated.ts';
import { failed } from '#api/undo.ts';
import { openLedger } from '#shell/ledger.svelte.ts';
import { partsFor, partsOf, readinessOf, type ImportPart } from './parts.ts';

/** A statement of an import. */
export interface ImportPlace {
  import: number;
  file: number;
  statement: number;
}

/** The import that is being looked at; it outlives the screen, so that a person can look something up meanwhile. */
export class PendingImport {
  id = $state<number>();
  view = $state.raw<ImportView>();
  /** Grows with every plan: rows on the screen are fetched again. */
  version = $state(0);
  /** Key of the part that is shown. */
  chosen = $state('');
  /** Files are being read. */
  reading = $state(false);
  committing = $state(false);
  result = $state.raw<ImportResult>();
  /** The account that statements go to which do not say their own. */
  into: number | undefined;
  #ledger = '';
  #planned = -1;
  /** One step after the other: each answer shows what all before it came to. */
  #queue: Promise<unknown> = Promise.resolve();
  /** While it is being committed nothing else is known of an import. */
  #commit: Promise<unknown> = Promise.resolve();

  readonly parts: readonly ImportPart[] = $derived(this.view ? partsOf(this.view) : []);
  readonly part: ImportPart | undefined = $derived(this.parts.find(({ key }) => key === this.chosen) ?? this.parts[0]);
  readonly readiness = $derived(readinessOf(this.parts));

  /** Another ledger knows nothing of this import; in the same one what was written since is taken into account. */
  follow(ledger: string, version: number): void {
    untrack(() => {
      if (ledger !== this.#ledger) {
        this.#forget();
        this.result = undefined;
      } else if (this.id !== undefined && !this.committing && version !== this.#planned) void this.#step((id) => call('import_plan', { import: id }));
      [this.#ledger, this.#planned] = [ledger, version];
    });
  }

  addFiles(files: readonly FileInput[]): Promise<void> {
    return this.#read(
      () => call('import_open', { files: [...files] }),
      (id) => call('import_add', { import: id, files: [...files] })
    );
  }

  addPaths(paths: readonly string[]): Promise<void> {
    return this.#read(
      () => call('import_paths', { paths: [...paths] }),
      (id) => call('import_add_paths', { import: id, paths: [...paths] })
    );
  }

  async removeFile(file: number): Promise<void> {
    if (this.view?.files.length === 1) return this.discard();
    await this.#step((id) => call('import_remove', { import: id, file }));
  }

  read = (file: number, reading: FileReading): Promise<void> => this.#step((id) => call('import_read', { import: id, file, reading }));
  detect = (file: number, frame: CsvFrame): Promise<void> => this.#step((id) => call('import_detect', { import: id, file, frame }));

  target({ file, statement }: ImportPart, account: number | null, fresh: TargetInput | null): Promise<void> {
    return this.#step((id) => call('import_target', { import: id, file, statement, account, new: fresh }));
  }

  opening({ file, statement }: ImportPart, opening: boolean): Promise<void> {
    return this.#step((id) => call('import_opening', { import: id, file, statement, opening }));
  }

  choose({ file, statement }: ImportPart, places: readonly number[], choice: ImportChoice | null): Promise<void> {
    return this.#step((id) => call('import_choose', { import: id, file, statement, places: [...places], choice }));
  }

  /** The places of rows that are selected by their positions in a list. */
  async places({ file, statement }: ImportPart, only: ImportOutcome | null, ranges: readonly { from: number; to: number }[]): Promise<number[]> {
    const { id } = this;
    if (id === undefined) return [];
    const asked = ranges.map(({ from, to }) => call('import_places', { import: id, file, statement, only, skip: from, count: to - from }));
    return (await Promise.all(asked)).flat();
  }

  /** A page of a statement's rows: none once the import they belong to is committed or let go. */
  rows(of: ImportPlace, only: ImportOutcome | null, skip: number, count: number): Promise<readonly ImportRow[]> {
    return this.#page(of, async () => (await call('import_rows', { ...of, only, skip, count })).rows);
  }

  /** The same of rows that bring nothing into the books. */
  others(of: ImportPlace, which: ImportOther, skip: number, count: number): Promise<readonly ImportOtherRow[]> {
    return this.#page(of, async () => (await call('import_others', { ...of, which, skip, count })).rows);
  }

  async #page<R>(of: ImportPlace, ask: () => Promise<readonly R[]>): Promise<readonly R[]> {
    await this.#commit;
    return of.import === this.id ? ask() : [];
  }

  async commit(): Promise<void> {
    const { id } = this;
    if (id === undefined || this.committing) return;
    this.#commit = this.#committed(id);
    await this.#commit;
  }

  async #committed(id: number): Promise<void> {
    this.committing = true;
    try {
      await this.#queue;
      this.result = await call('import_commit', { import: id });
      this.#forget();
      openLedger.changed();
    } catch (refused) {
      failed(refused);
    } finally {
      this.committing = false;
    }
  }

  async discard(): Promise<void> {
    const { id } = this;
    this.#forget();
    if (id !== undefined) await call('import_discard', { import: id }).catch(failed);
  }

  async #read(open: () => Promise<number>, add: (id: number) => Promise<null>): Promise<void> {
    this.reading = true;
    this.result = undefined;
    const before = this.view?.files.length ?? 0;
    try {
      if (this.id === undefined) {
        this.id = await open();
        await this.#look();
      } else await this.#step(add);
      this.chosen = this.parts.find(({ file }) => file >= before)?.key ?? this.chosen;
      const { into } = this;
      if (into === undefined) return;
      for (const part of partsFor(this.parts, before)) await this.target(part, into, null);
    } catch (refused) {
      this.#refused(refused);
    } finally {
      this.reading = false;
    }
  }

  async #step(step: (id: number) => Promise<unknown>): Promise<void> {
    const done = this.#queue.then(async () => {
      if (this.id === undefined) return;
      await step(this.id);
      await this.#look();
    });
    this.#queue = done.catch(() => undefined);
    try {
      await done;
    } catch (refused) {
      this.#refused(refused);
      // What is on the screen is what the ledger has, whatever a control says.
      await this.#look().catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    const { id } = this;
    if (id === undefined) return;
    const view = await call('import_view', { import: id });
    if (id !== this.id) return;
    this.view = view;
    this.version += 1;
  }

  #refused(thrown: unknown): void {
    // A ledger that was closed in between has let go of the import.
    if (apiErrorOf(thrown).code === 'missing' && this.view) this.#forget();
    failed(thrown);
  }

  #forget(): void {
    this.id = undefined;
    this.view = undefined;
    this.chosen = '';
  }
}

export const pending = new PendingImport();
