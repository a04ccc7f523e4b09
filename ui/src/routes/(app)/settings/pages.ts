import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import BookOpen from '@lucide/svelte/icons/book-open';
import DatabaseBackup from '@lucide/svelte/icons/database-backup';
import FileCog from '@lucide/svelte/icons/file-cog';
import FileOutput from '@lucide/svelte/icons/file-output';
import History from '@lucide/svelte/icons/history';
import Info from '@lucide/svelte/icons/info';
import KeyRound from '@lucide/svelte/icons/key-round';
import Palette from '@lucide/svelte/icons/palette';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import type { Component } from 'svelte';
import type { Action } from '#actions/actions.svelte.ts';
import { t, type MessageKey } from '#i18n/index.ts';

/** A page of the settings, with its own address. */
export interface SettingsPage {
  href: string;
  label: MessageKey & `settings.page.${string}`;
  icon: Component<{ size?: number | string; strokeWidth?: number | string }>;
}

export const settingsPages: readonly SettingsPage[] = [
  { href: '/settings', label: 'settings.page.appearance', icon: Palette },
  { href: '/settings/ledger', label: 'settings.page.ledger', icon: BookOpen },
  { href: '/settings/currencies', label: 'settings.page.currencies', icon: ArrowLeftRight },
  { href: '/settings/imports', label: 'settings.page.imports', icon: FileCog },
  { href: '/settings/security', label: 'settings.page.security', icon: KeyRound },
  { href: '/settings/backups', label: 'settings.page.backups', icon: DatabaseBackup },
  { href: '/settings/check', label: 'settings.page.check', icon: ShieldCheck },
  { href: '/settings/history', label: 'settings.page.history', icon: History },
  { href: '/settings/export', label: 'settings.page.export', icon: FileOutput },
  { href: '/settings/about', label: 'settings.page.about', icon: Info }
];

/** The way to each page from the palette; the first is where the section itself leads. */
export function settingsActions(go: (href: string) => void): Action[] {
  return settingsPages.slice(1).map(({ href, label, icon }) => ({
    id: `go${href}`, label: `${t('settings.title')}: ${t(label)}`, group: t('keys.group.go'), icon, run: () => go(href)
  }));
}
