import { call } from '#api/call.ts';
import { showInFolder } from '#api/desktop.ts';
import type { BulkChange, BulkResult, EntryView, TransactionInput, TransactionView } from '#api/generated.ts';
import { done, doneLast, failed } from '#api/undo.ts';
import { t } from '#i18n/index.ts';
import { toasts } from '#shell/toasts.svelte.ts';
import { base64Of, type NewFile } from './file-content.ts';
import { filterInput, type RegisterFilter } from './filter.ts';

/** Says how many changed and how many were left as they were; `true` when any changed. */
function told({ changed, skipped, entry }: BulkResult, text: (count: number) => string): boolean {
  const left = skipped > 0 ? t('bulk.skipped', { count: skipped }) : '';
  if (changed > 0) done([text(changed), left].filter(Boolean).join(' · '), entry);
  else toasts.show(left || t('bulk.nothing'));
  return changed > 0;
}

/** Deletes transactions at once; reconciled ones stay and are counted. */
export async function remove(ids: readonly string[]): Promise<boolean> {
  try {
    return told(await call('transactions_delete', { ids: [...ids] }), (count) => t('bulk.deleted', { count }));
  } catch (refused) {
    failed(refused);
    return false;
  }
}

/** Changes transactions at once; those that a statement has locked stay as they are and are counted. */
export async function change(ids: readonly string[], to: BulkChange): Promise<boolean> {
  try {
    return told(await call('transactions_change', { ids: [...ids], change: to }), (count) => t('bulk.changed', { count }));
  } catch (refused) {
    failed(refused);
    return false;
  }
}

/** Writes a new transaction and keeps its files. Throws what the ledger refuses, for the form to tell. */
export async function add(input: TransactionInput, files: readonly NewFile[] = []): Promise<TransactionView> {
  const made = await call('transaction_add', { input });
  // Taking the transaction back takes its files along.
  const { undo } = await call('undo_state', {});
  try {
    await keepFiles(made.id, files);
  } catch (refused) {
    failed(refused);
  }
  const payee = input.payee ?? '';
  done(payee ? t('register.added.named', { payee }) : t('register.added'), undo);
  return made;
}

/** Keeps files with a transaction; answers what undo takes back. Files that were chosen, or dropped, together are one step. */
export async function keepFiles(transaction: string, files: readonly NewFile[]): Promise<EntryView | null> {
  const paths = files.filter((file) => typeof file === 'string');
  const chosen = files.filter((file) => typeof file !== 'string');
  let entry: EntryView | null = null;
  if (paths.length > 0) entry = await call('attach_paths', { transaction, paths });
  if (chosen.length === 0) return entry;
  const read = await Promise.all(chosen.map(async (file) => ({ name: file.name, base64: await base64Of(file) })));
  return call('attach', { transaction, files: read });
}

/** Changes a transaction. Throws what the ledger refuses, for the form to tell. */
export async function save(input: TransactionInput, id: string): Promise<TransactionView> {
  const payee = input.payee ?? '';
  const view = await call('transaction_edit', { id, input });
  await doneLast(payee ? t('register.saved.named', { payee }) : t('register.saved'));
  return view;
}

/** Writes what a register shows as a table, where downloads go. */
export async function exportRows(account: number | undefined, filter: RegisterFilter, name: string): Promise<void> {
  try {
    const path = await call('export_rows', { account: account ?? null, filter: { ...filterInput(filter) }, name });
    toasts.show(t('register.exported', { path }), { action: { label: t('common.show_in_folder'), run: () => void showInFolder(path).catch(failed) } });
  } catch (refused) {
    failed(refused);
  }
}
