import { call } from '#api/call.ts';
import { apiErrorOf } from '#api/call.ts';

/**
 * Takes back, one after the other, everything that Undo reaches after entry `seq`; answers how many actions that were.
 * Stops where Undo has nothing left.
 */
export async function stepBackTo(seq: number, onstep: (count: number) => void): Promise<number> {
  let count = 0;
  for (;;) {
    const { undo } = await call('undo_state', {});
    if (!undo || undo.seq <= seq) return count;
    await call('undo', {});
    onstep((count += 1));
  }
}

/** Makes the last `count` actions that were taken back again. */
export async function stepForward(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    try {
      await call('redo', {});
    } catch (refused) {
      if (apiErrorOf(refused).code === 'nothing_to_undo') return;
      throw refused;
    }
  }
}
