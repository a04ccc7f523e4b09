import { call } from '#api/call.ts';
import type { BillView } from '#api/generated.ts';
import { done, failed } from '#api/undo.ts';
import { t } from '#i18n/index.ts';

type Decision = 'confirm' | 'dismiss' | 'restore';

const said = {
  confirm: (payee: string) => t('bills.confirmed', { payee }),
  dismiss: (payee: string) => t('bills.dismissed', { payee }),
  restore: (payee: string) => t('bills.restored', { payee })
};
const commands = { confirm: 'bill_confirm', dismiss: 'bill_dismiss', restore: 'bill_restore' } as const;

/** Says of a bill that it is one, that it is none, or nothing any more. */
export async function decide({ key, payee }: BillView, decision: Decision): Promise<void> {
  try {
    done(said[decision](payee), await call(commands[decision], { bill: key }));
  } catch (refused) {
    failed(refused);
  }
}

export async function note({ key, payee, note: before }: BillView, text: string): Promise<void> {
  if (text.trim() === before) return;
  try {
    done(t('bills.details.noted', { payee }), await call('bill_note', { bill: key, note: text.trim() }));
  } catch (refused) {
    failed(refused);
  }
}
