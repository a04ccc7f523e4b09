import ChartColumn from '@lucide/svelte/icons/chart-column';
import House from '@lucide/svelte/icons/house';
import List from '@lucide/svelte/icons/list';
import Settings from '@lucide/svelte/icons/settings';
import type { Component } from 'svelte';
import type { Chord } from '#actions/chord.ts';
import type { MessageKey } from '#i18n/index.ts';

/** A place in the app that the sidebar leads to. */
export interface Section {
  id: string;
  label: MessageKey & `section.${string}`;
  href: string;
  icon: Component;
  chord: Chord;
}

export const sections: readonly Section[] = [
  { id: 'overview', label: 'section.overview', href: '/', icon: House, chord: 'mod+1' },
  { id: 'transactions', label: 'section.transactions', href: '/transactions', icon: List, chord: 'mod+2' },
  { id: 'reports', label: 'section.reports', href: '/reports', icon: ChartColumn, chord: 'mod+3' }
];

export const settingsSection: Section = {
  id: 'settings', label: 'section.settings', href: '/settings', icon: Settings, chord: 'mod+,'
};
