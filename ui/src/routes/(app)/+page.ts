import { inTime } from '#api/in-time.ts';
import { askOverview } from '#overview/questions.ts';
import type { PageLoad } from './$types.ts';

/** The figures are on the screen with its frame, unless they are slow. */
export const load: PageLoad = async ({ parent }) => {
  await parent();
  return { asked: await inTime(askOverview()) };
};
