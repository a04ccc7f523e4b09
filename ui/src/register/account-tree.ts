import type { AccountView } from '#api/generated.ts';
import type { ComboOption } from '#components/Combobox.svelte';
import { withoutRoot } from '#format/account-path.ts';

/** Colours of the palette that categories are given out. */
const colours = 6;

/** The accounts of the ledger with what screens ask of them: short paths, colours, who stands below whom. */
export class AccountTree {
  readonly #byId: ReadonlyMap<number, AccountView>;
  readonly #paths: ReadonlyMap<number, string>;
  readonly #colours: ReadonlyMap<number, number>;
  readonly #parents: ReadonlySet<number>;

  constructor(readonly all: readonly AccountView[]) {
    this.#byId = new Map(all.map((account) => [account.id, account]));
    this.#paths = new Map(all.map((account) => [account.id, withoutRoot(account.path)]));
    this.#parents = new Set(all.flatMap(({ parent }) => (parent === null ? [] : [parent])));
    this.#colours = this.#coloured();
  }

  get(id: number): AccountView | undefined {
    return this.#byId.get(id);
  }

  /** "Food:Groceries": the path below the side of the books, which screens tell in other ways. */
  path(id: number): string {
    return this.#paths.get(id) ?? '';
  }

  /** 1 to 6, one for everything below a top category; by age, so that a new category recolours nothing. */
  colour(id: number): number | undefined {
    return this.#colours.get(id);
  }

  hasBelow(id: number): boolean {
    return this.#parents.has(id);
  }

  /** The account and all below it. */
  subtree(id: number): AccountView[] {
    const found = new Set([id]);
    // Parents come before what is below them.
    for (const account of this.all) if (account.parent !== null && found.has(account.parent)) found.add(account.id);
    return this.all.filter((account) => found.has(account.id));
  }

  isCategory(id: number): boolean {
    const side = this.#byId.get(id)?.side;
    return side === 'income' || side === 'expense';
  }

  isOwn(id: number): boolean {
    const side = this.#byId.get(id)?.side;
    return side === 'asset' || side === 'liability';
  }

  /** Accounts that money can be in: below the roots of assets and liabilities, and no group that only holds others. */
  get own(): AccountView[] {
    return this.all.filter((account) => this.isOwn(account.id) && account.parent !== null && !this.#isGroup(account));
  }

  /** Categories of both sides, without the two that hold what nobody has sorted. */
  get categories(): AccountView[] {
    return this.all.filter((account) => this.isCategory(account.id) && !account.fixed);
  }

  /** The category that takes what nobody has sorted yet, on the side that money goes to. */
  unsorted(direction: 'out' | 'in'): AccountView | undefined {
    const side = direction === 'out' ? 'expense' : 'income';
    return this.all.find((account) => account.side === side && account.fixed && account.parent !== null);
  }

  #isGroup(account: AccountView): boolean {
    return this.#parents.has(account.id) && account.postings === 0 && account.currency === null;
  }

  #coloured(): Map<number, number> {
    const given = new Map<number, number>();
    const roots = this.all.filter((account) => account.parent === null && this.isCategory(account.id));
    for (const root of roots) {
      const tops = this.all.filter(({ parent }) => parent === root.id).sort((a, b) => a.id - b.id);
      tops.forEach((top, place) => given.set(top.id, (place % colours) + 1));
    }
    for (const { id, parent } of this.all) {
      const above = parent === null ? undefined : given.get(parent);
      if (above !== undefined) given.set(id, above);
    }
    return given;
  }
}

/** Choices for where money came from or went to: categories first, then one's own accounts, which make it a transfer. */
export function otherSides(tree: AccountTree, words: { income: string; transfer: string }, except?: number): ComboOption[] {
  const category = (account: AccountView): ComboOption => ({
    value: String(account.id),
    label: tree.path(account.id),
    colour: tree.colour(account.id) ?? 1,
    ...(account.side === 'income' ? { detail: words.income } : {})
  });
  const open = (account: AccountView) => !account.closed;
  return [
    ...tree.categories.filter(open).map(category),
    ...tree.own.filter((account) => open(account) && account.id !== except).map((account) => ({
      value: String(account.id), label: tree.path(account.id), detail: words.transfer
    }))
  ];
}

/** Choices among one's own accounts. */
export function ownAccounts(tree: AccountTree, keep?: number): ComboOption[] {
  return tree.own
    .filter((account) => !account.closed || account.id === keep)
    .map((account) => ({ value: String(account.id), label: tree.path(account.id), ...(account.currency ? { detail: account.currency } : {}) }));
}

/**
 * The full path of a category that a person typed by its short path: below the category whose path it begins with,
 * else on the side that money goes to.
 */
export function pathToCreate(tree: AccountTree, typed: string, direction: 'out' | 'in'): string {
  const names = typed.split(':').map((name) => name.trim()).filter(Boolean);
  const roots = tree.all.filter(({ parent }) => parent === null);
  if (roots.some((root) => root.name === names[0])) return names.join(':');
  const top = tree.categories.find((account) => tree.path(account.id) === names[0]);
  const side = top?.side ?? (direction === 'out' ? 'expense' : 'income');
  const root = roots.find((account) => account.side === side);
  return [root?.name ?? '', ...names].join(':');
}
