import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import BookCheck from '@lucide/svelte/icons/book-check';
import CalendarSync from '@lucide/svelte/icons/calendar-sync';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import ChartPie from '@lucide/svelte/icons/chart-pie';
import ChartLine from '@lucide/svelte/icons/chart-line';
import FileDown from '@lucide/svelte/icons/file-down';
import House from '@lucide/svelte/icons/house';
import Landmark from '@lucide/svelte/icons/landmark';
import List from '@lucide/svelte/icons/list';
import ListFilter from '@lucide/svelte/icons/list-filter';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import Settings from '@lucide/svelte/icons/settings';
import Shapes from '@lucide/svelte/icons/shapes';
import Target from '@lucide/svelte/icons/target';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Chord } from '#actions/chord.ts';
import type { LedgerSettings, Purpose } from '#api/generated.ts';
import type { MessageKey } from '#i18n/index.ts';

/** A place in the app that the sidebar leads to. */
export interface Section {
  id: string;
  label: MessageKey & `section.${string}`;
  href: string;
  icon: Component;
  chord: Chord;
  /** For these purposes only; without it, for all. */
  purposes?: readonly Purpose[];
  /** A person can switch it off. */
  optional?: boolean;
}

export const sections: readonly Section[] = [
  { id: 'overview', label: 'section.overview', href: '/', icon: House, chord: 'mod+1' },
  { id: 'transactions', label: 'section.transactions', href: '/transactions', icon: List, chord: 'mod+2' },
  { id: 'budget', label: 'section.budget', href: '/budget', icon: ChartPie, chord: 'shift+mod+b', optional: true },
  { id: 'bills', label: 'section.bills', href: '/bills', icon: ReceiptText, chord: 'alt+mod+b', optional: true },
  { id: 'schedules', label: 'section.schedules', href: '/schedules', icon: CalendarSync, chord: 'alt+mod+s', optional: true },
  { id: 'forecast', label: 'section.forecast', href: '/forecast', icon: ChartLine, chord: 'shift+mod+f', optional: true },
  { id: 'goals', label: 'section.goals', href: '/goals', icon: Target, chord: 'shift+mod+g', optional: true },
  { id: 'accounts', label: 'section.accounts', href: '/accounts', icon: Landmark, chord: 'mod+3' },
  { id: 'reports', label: 'section.reports', href: '/reports', icon: ChartColumn, chord: 'mod+4', optional: true },
  {
    id: 'rates', label: 'section.rates', href: '/rates', icon: ArrowLeftRight, chord: 'mod+5', optional: true,
    purposes: ['currencies', 'invest']
  },
  { id: 'closing', label: 'section.closing', href: '/closing', icon: BookCheck, chord: 'mod+6', optional: true, purposes: ['business'] },
  { id: 'import', label: 'section.import', href: '/import', icon: FileDown, chord: 'mod+i' },
  { id: 'rules', label: 'section.rules', href: '/rules', icon: ListFilter, chord: 'mod+7', optional: true }
];

export const settingsSection: Section = {
  id: 'settings', label: 'section.settings', href: '/settings', icon: Settings, chord: 'mod+,'
};

/** Places behind the sections, which the palette and their keys lead to. */
export const furtherPlaces: readonly Section[] = [
  { id: 'review', label: 'section.review', href: '/review', icon: ListChecks, chord: 'mod+8' },
  { id: 'categories', label: 'section.categories', href: '/categories', icon: Shapes, chord: 'mod+9' },
  { id: 'payees', label: 'section.payees', href: '/payees', icon: Users, chord: 'shift+mod+p' }
];

/** The sections that a ledger's purposes call for, switched off or not. */
export function sectionsFor(purposes: readonly Purpose[]): Section[] {
  return sections.filter((section) => !section.purposes || section.purposes.some((purpose) => purposes.includes(purpose)));
}

/** The sections that show; all that belong to every ledger while none is open. */
export function shownSections(settings: Pick<LedgerSettings, 'purposes' | 'hidden_sections'> | undefined): Section[] {
  const hidden = new Set(settings?.hidden_sections);
  return sectionsFor(settings?.purposes ?? []).filter((section) => !section.optional || !hidden.has(section.id));
}
