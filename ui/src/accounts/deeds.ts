import { call } from '#api/call.ts';
import { describeEntry } from '#api/entry-text.ts';
import type { AccountView, EntryView } from '#api/generated.ts';
import { done, doneLast, failed } from '#api/undo.ts';
import { changeOf, inputOf, type AccountDraft } from '#components/account-draft.ts';
import { errorText } from '#api/error-text.ts';
import { t } from '#i18n/index.ts';
import type { AccountTree } from '#register/account-tree.ts';

const isCategory = (account: AccountView) => account.side === 'income' || account.side === 'expense';

/** What was done to an account, in the ledger's words; to a category, in its own. */
function said(account: AccountView, entry: EntryView, deed: 'edited' | 'removed' | 'merged', into = ''): string {
  if (!isCategory(account)) return describeEntry(entry);
  const { name } = account;
  return deed === 'merged' ? t('category.merged', { name, into }) : deed === 'removed' ? t('category.removed', { name }) : t('category.edited', { name });
}

/** Adds what a draft stands for; answers its id, or why the ledger refused it. */
export async function addAccount(draft: AccountDraft, tree: AccountTree): Promise<{ id: number } | { problem: string }> {
  try {
    const made = await call('account_add', { input: inputOf(draft, tree.all) });
    await doneLast(isCategory(made) ? t('category.added', { name: made.name }) : t('accounts.added', { name: made.name }));
    return { id: made.id };
  } catch (refused) {
    return { problem: errorText(refused) };
  }
}

/** Saves what a draft changes; answers why the ledger refused it. */
export async function editAccount(draft: AccountDraft, account: AccountView): Promise<string | undefined> {
  try {
    const entry = await call('account_edit', { id: account.id, change: changeOf(draft, account) });
    if (entry) done(said(account, entry, 'edited'), entry);
    return undefined;
  } catch (refused) {
    return errorText(refused);
  }
}

const nothing = { name: null, parent: null, kind: null, currency: null, number: null, note: null, closed: null };

export async function closeAccount(account: AccountView): Promise<void> {
  try {
    const closed = !account.closed;
    const entry = await call('account_edit', { id: account.id, change: { ...nothing, closed } });
    if (entry) done(closed ? t('accounts.closed', { name: account.name }) : t('accounts.reopened', { name: account.name }), entry);
  } catch (refused) {
    failed(refused);
  }
}

export async function removeAccount(account: AccountView): Promise<boolean> {
  try {
    const entry = await call('account_remove', { id: account.id });
    if (entry) done(said(account, entry, 'removed'), entry);
    return true;
  } catch (refused) {
    failed(refused);
    return false;
  }
}

export async function mergeAccount(account: AccountView, into: AccountView): Promise<boolean> {
  try {
    const entry = await call('account_merge', { id: account.id, into: into.id });
    if (entry) done(said(account, entry, 'merged', into.name), entry);
    return true;
  } catch (refused) {
    failed(refused);
    return false;
  }
}
