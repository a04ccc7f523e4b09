import { browser } from '$app/env';
import { beginSession } from '#api/session.ts';
import { askFrame } from '#api/frame.ts';
import { inTime } from '#api/in-time.ts';
import { askOverview } from '#overview/questions.ts';
import { loadFaces } from '#shell/faces.ts';

// One page application inside a desktop window: there is no server to render on.
export const ssr = false;

// Before the router has even begun: the answers come while the rest of the window is made.
const begun = browser ? begin(location.pathname) : undefined;

async function begin(path: string) {
  loadFaces();
  await beginSession(path);
  void inTime(askFrame());
  if (path === '/') void inTime(askOverview());
}

/** A ledger that opens as fast as it should is there with the first frame; one that takes longer is waited for inside it. */
export const load = () => inTime(begun);
