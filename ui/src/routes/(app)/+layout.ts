import { askFrame } from '#api/frame.ts';
import { inTime } from '#api/in-time.ts';
import type { LayoutLoad } from './$types.ts';

export const load: LayoutLoad = async ({ parent }) => {
  await parent();
  return { frame: await inTime(askFrame()) };
};
