import type { TableColumn } from '#components/Table.svelte';
import { t } from '#i18n/index.ts';

/** What a register's rows say of accounts: each one's own, the running balance of the only one, or neither. */
export type AccountColumn = 'account' | 'balance' | 'none';

/** Most digits after the decimal mark that a column of the usual width holds. */
const usualDigits = 8;

/** The columns of a register whose longest figure has `digits` after the decimal mark. */
export function columnsOf(shown: AccountColumn, digits: number): TableColumn[] {
  const wide = digits > usualDigits;
  const last: TableColumn[] = [
    { id: 'amount', label: t('form.amount'), width: wide ? '204px' : '150px', align: 'figure' },
    ...(shown === 'balance' ? [{ id: 'balance', label: t('register.balance'), width: wide ? '180px' : '124px', align: 'figure' as const }] : [])
  ];
  return [
    { id: 'status', label: t('form.status'), width: '32px', hideLabel: true },
    { id: 'payee', label: t('form.payee'), width: 'minmax(150px, 1.4fr)' },
    { id: 'category', label: t('register.category'), width: 'minmax(120px, 1.2fr)' },
    { id: 'note', label: t('form.note'), width: 'minmax(0, 0.9fr)', hideLabel: true },
    ...(shown === 'account' ? [{ id: 'account', label: t('form.account'), width: 'minmax(100px, 1fr)' }] : []),
    ...last
  ];
}
