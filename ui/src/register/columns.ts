import type { TableColumn } from '#components/Table.svelte';
import { t } from '#i18n/index.ts';

/** The columns of a register: those of one account have its running balance, others say which account. */
export function columnsOf(ofAccount: boolean): TableColumn[] {
  const last: TableColumn[] = [
    { id: 'amount', label: t('form.amount'), width: '150px', align: 'figure' },
    ...(ofAccount ? [{ id: 'balance', label: t('register.balance'), width: '124px', align: 'figure' as const }] : [])
  ];
  return [
    { id: 'status', label: t('form.status'), width: '32px', hideLabel: true },
    { id: 'payee', label: t('form.payee'), width: 'minmax(150px, 1.4fr)' },
    { id: 'category', label: t('register.category'), width: 'minmax(120px, 1.1fr)' },
    { id: 'note', label: t('form.note'), width: 'minmax(0, 1fr)', hideLabel: true },
    ...(ofAccount ? [] : [{ id: 'account', label: t('form.account'), width: 'minmax(90px, 0.8fr)' }]),
    ...last
  ];
}
