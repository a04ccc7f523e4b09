import { untrack } from 'svelte';

/** Work that outlasts a key press: an import, a sync, an operation, a backup. */
export interface Activity {
  id: string;
  title: string;
  /** Ready text on where it stands: "4,210 of 12,418 rows, about 8 s left". */
  detail?: string | undefined;
  state: 'running' | 'done' | 'failed' | 'canceled';
  /** Share done, 0 to 1, where it is known. */
  progress?: number | undefined;
  /** When it ended, or began if it is running. */
  at: Date;
  cancel?: (() => void) | undefined;
  undo?: (() => void) | undefined;
}

class Activities {
  list = $state.raw<readonly Activity[]>([]);
  /** Finished ones that a person put away. */
  readonly dismissed = new Set<string>();

  readonly running: readonly Activity[] = $derived(this.list.filter((activity) => activity.state === 'running'));

  /** Adds the activity, or puts its newer state in place of the older one. */
  put(activity: Activity): void {
    const list = untrack(() => this.list);
    const known = list.some((other) => other.id === activity.id);
    this.list = known ? list.map((other) => (other.id === activity.id ? activity : other)) : [activity, ...list];
  }

  clearFinished(): void {
    for (const { id, state } of this.list) if (state !== 'running') this.dismissed.add(id);
    this.list = this.running;
  }
}

export const activities = new Activities();
