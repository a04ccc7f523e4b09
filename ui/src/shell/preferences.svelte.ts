import { untrack } from 'svelte';
import { localeOf, type Calendar, type Language, type Locale } from '#format/locale.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What the window must know before any ledger is open; kept for this machine, not in the ledger. */
export interface Stored {
  language: Language;
  theme: Theme;
  calendar: Calendar;
  /** BCP 47 tag that decides marks and date order; empty follows the language. */
  region: string;
  /** Minutes without a key or a pointer after which the ledger locks; 0 for never. */
  lockAfter: number;
  /** Whether the desktop reminds of what comes. */
  reminders: boolean;
}

export const lockChoices = [0, 5, 15, 30, 60] as const;

/** A copy for the first paint, which `app.html` reads too; the lasting one is kept by the ledger's side. */
const storageKey = 'coffer.preferences';

function regionOf(language: Language): string {
  if (language === 'th') return 'th-TH';
  const system = globalThis.navigator?.language ?? '';
  return /^en-[A-Z]{2}$/.test(system) ? system : 'en-GB';
}

function initial(): Stored {
  const language: Language = globalThis.navigator?.language?.startsWith('th') ? 'th' : 'en';
  const defaults: Stored = { language, theme: 'system', calendar: language === 'th' ? 'buddhist' : 'gregory', region: '', lockAfter: 15, reminders: true };
  const text = globalThis.localStorage?.getItem(storageKey);
  if (!text) return defaults;
  try {
    return { ...defaults, ...(JSON.parse(text) as Partial<Stored>) };
  } catch (error) {
    // Only a hand-edited or torn value gets here; it holds nothing that cannot be chosen again.
    console.warn('preferences were unreadable and start afresh', error);
    return defaults;
  }
}

/** The document follows at once, so that whoever reads its colours next reads the new ones. */
function apply({ language, theme }: Stored): void {
  const root = globalThis.document?.documentElement;
  if (!root) return;
  root.lang = language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

class Preferences {
  #stored = $state.raw<Stored>(initial());

  constructor() {
    apply(this.#stored);
  }

  get language(): Language {
    return this.#stored.language;
  }

  /** Switching the language also switches to the calendar its readers expect. */
  set language(language: Language) {
    this.#keep({ language, calendar: language === 'th' ? 'buddhist' : 'gregory' });
  }

  get theme(): Theme {
    return this.#stored.theme;
  }

  set theme(theme: Theme) {
    this.#keep({ theme });
  }

  get calendar(): Calendar {
    return this.#stored.calendar;
  }

  set calendar(calendar: Calendar) {
    this.#keep({ calendar });
  }

  get region(): string {
    return this.#stored.region;
  }

  set region(region: string) {
    this.#keep({ region });
  }

  get lockAfter(): number {
    return this.#stored.lockAfter;
  }

  set lockAfter(lockAfter: number) {
    this.#keep({ lockAfter });
  }

  get reminders(): boolean {
    return this.#stored.reminders;
  }

  set reminders(reminders: boolean) {
    this.#keep({ reminders });
  }

  readonly locale: Locale = $derived(
    localeOf(
      this.#stored.language,
      this.#stored.region || regionOf(this.#stored.language),
      this.#stored.calendar
    )
  );

  /** Everything, to be kept or compared. */
  get stored(): Readonly<Stored> {
    return this.#stored;
  }

  /** Takes over what was kept for this machine. */
  take(stored: Stored): void {
    this.#keep(stored);
  }

  #keep(change: Partial<Stored>) {
    const before = untrack(() => this.#stored);
    const stored = { ...before, ...change };
    // What is as it was must not set every text and figure anew.
    if (JSON.stringify(stored) === JSON.stringify(before)) return;
    apply(stored);
    this.#stored = stored;
    globalThis.localStorage?.setItem(storageKey, JSON.stringify(stored));
  }
}

export const preferences = new Preferences();
