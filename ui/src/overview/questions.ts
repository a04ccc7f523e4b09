import { callAhead } from '#api/call.ts';
import type { Commands, Span } from '#api/generated.ts';
import { localeInput } from '#reports/words.ts';
import { openLedger } from '#shell/ledger.svelte.ts';
import { preferences } from '#shell/preferences.svelte.ts';
import { shownPeriod } from '#shell/period.svelte.ts';

/** How far back the screen looks at net worth at first. */
export const firstSpan: Span = 'year';

/** What the screen asks of the period in the top bar. */
export function overviewQuestion(span: Span): Commands['overview']['args'] {
  const { from, to } = shownPeriod.current;
  return { input: { from, to, span, locale: localeInput(preferences.locale) } };
}

/** As many of the latest transactions as fill the side of the screen. */
export const latestQuestion: Commands['find']['args'] = { filter: {}, skip: 0, count: 11 };

/** What the screen asks when it opens. */
export function askOverview() {
  if (openLedger.state !== 'open') return undefined;
  return Promise.all([callAhead('overview', overviewQuestion(firstSpan)), callAhead('find', latestQuestion)]);
}
