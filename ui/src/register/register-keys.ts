import Check from '@lucide/svelte/icons/check';
import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Trash from '@lucide/svelte/icons/trash-2';
import { useActions, type Action } from '#actions/actions.svelte.ts';
import { t } from '#i18n/index.ts';

/** What the keys of a register do. */
export interface RegisterDeeds {
  /** Whether a row is active or some are selected. */
  hasRow: () => boolean;
  create: () => void;
  edit: () => void;
  duplicate: () => void;
  makeRule: () => void;
  remove: () => void;
  toggleCleared: () => void;
  confirm: () => void;
  save: () => void;
  /** Closes the inspector; nothing while there is none to close. */
  closeInspector: () => (() => void) | undefined;
}

/** The keys of a register, for as long as the calling component lives. */
export function useRegisterKeys(deeds: RegisterDeeds): void {
  useActions(() => {
    const group = t('section.transactions');
    const close = deeds.closeInspector();
    const always: Action[] = [
      { id: 'register.new', label: t('form.new'), group, keys: ['n', 'mod+n'], icon: Plus, run: deeds.create },
      { id: 'register.export', label: t('register.export'), group, icon: Download, run: deeds.save }
    ];
    const ofRow: Action[] = [
      { id: 'register.edit', label: t('form.edit'), group, keys: ['e'], icon: Pencil, run: deeds.edit },
      { id: 'register.duplicate', label: t('register.duplicate'), group, keys: ['d'], icon: Copy, run: deeds.duplicate },
      { id: 'register.rule', label: t('register.make_rule'), group, keys: ['r'], icon: ListFilter, run: deeds.makeRule },
      { id: 'register.delete', label: t('register.delete'), group, keys: ['Delete', 'Backspace'], icon: Trash, run: deeds.remove },
      { id: 'register.clear', label: t('register.toggle_cleared'), group, keys: ['c'], icon: Check, run: deeds.toggleCleared },
      { id: 'register.confirm', label: t('bulk.confirm'), group, keys: ['y'], icon: Check, run: deeds.confirm }
    ];
    const closing: Action[] = close ? [{ id: 'register.close', label: t('common.close'), group, keys: ['Escape'], keysOnly: true, run: close }] : [];
    return [...always, ...(deeds.hasRow() ? ofRow : []), ...closing];
  });
}
