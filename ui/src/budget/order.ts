import type { BudgetSheet, EnvelopePlace } from '#api/generated.ts';

/** A group with its envelopes, in the order of the budget; those that are hidden too. */
export interface OrderedGroup {
  name: string;
  envelopes: readonly number[];
}

export type Order = readonly OrderedGroup[];

export const orderOf = ({ groups }: Pick<BudgetSheet, 'groups'>): Order =>
  groups.map(({ name, rows }) => ({ name, envelopes: rows.map(({ envelope }) => envelope) }));

export const placesOf = (order: Order): EnvelopePlace[] =>
  order.flatMap(({ name, envelopes }) => envelopes.map((envelope) => ({ envelope, group: name })));

export const sameOrder = (a: Order, b: Order): boolean => JSON.stringify(placesOf(a)) === JSON.stringify(placesOf(b));

/** Where something is put: beside an envelope, at the top of a group, or beside a group. */
export type Spot = { envelope: number; after: boolean } | { group: string; after: boolean };

const without = (order: Order, gone: ReadonlySet<number>): OrderedGroup[] =>
  order.map(({ name, envelopes }) => ({ name, envelopes: envelopes.filter((envelope) => !gone.has(envelope)) }));

const filled = (order: readonly OrderedGroup[]): Order => order.filter(({ envelopes }) => envelopes.length > 0);

/** The order with an envelope put beside another one, or at the top of a group. */
export function withRow(order: Order, envelope: number, spot: Spot): Order {
  if ('envelope' in spot && spot.envelope === envelope) return order;
  const moved = without(order, new Set([envelope])).map(({ name, envelopes }) => {
    if ('group' in spot) return { name, envelopes: name === spot.group ? [envelope, ...envelopes] : envelopes };
    const at = envelopes.indexOf(spot.envelope);
    return { name, envelopes: at < 0 ? envelopes : envelopes.toSpliced(at + (spot.after ? 1 : 0), 0, envelope) };
  });
  return filled(moved);
}

/** The order with a group put beside another one. */
export function withGroup(order: Order, name: string, beside: string, after: boolean): Order {
  const group = order.find((one) => one.name === name);
  const rest = order.filter((one) => one !== group);
  const at = rest.findIndex((one) => one.name === beside);
  return group && at >= 0 ? rest.toSpliced(at + (after ? 1 : 0), 0, group) : order;
}

/** The order with an envelope one visible row on or back; beyond the last of its group it goes on into the next one. */
export function rowStepped(order: Order, envelope: number, step: 1 | -1, visible: (envelope: number) => boolean): Order {
  const at = order.findIndex(({ envelopes }) => envelopes.includes(envelope));
  const shown = order[at]?.envelopes.filter((one) => one === envelope || visible(one)) ?? [];
  const neighbour = shown[shown.indexOf(envelope) + step];
  if (neighbour !== undefined) return withRow(order, envelope, { envelope: neighbour, after: step > 0 });
  const next = order[at + step];
  if (!next) return order;
  const last = next.envelopes.at(-1);
  return withRow(order, envelope, step > 0 || last === undefined ? { group: next.name, after: true } : { envelope: last, after: true });
}

/** The order with a group one place on or back. */
export function groupStepped(order: Order, name: string, step: 1 | -1): Order {
  const beside = order[order.findIndex((one) => one.name === name) + step];
  return beside ? withGroup(order, name, beside.name, step > 0) : order;
}

/** The order with these envelopes in a group of this name: at the end of the one there is, else in a new one before all others. */
export function grouped(order: Order, name: string, chosen: readonly number[]): Order {
  const rest = without(order, new Set(chosen));
  if (!rest.some((group) => group.name === name)) return filled([{ name, envelopes: chosen }, ...rest]);
  return filled(rest.map((group) => (group.name === name ? { name, envelopes: [...group.envelopes, ...chosen] } : group)));
}

/** The order with another name for a group; where there is a group of that name, the two become one. */
export function renamed(order: Order, before: string, name: string): Order {
  const group = order.find((one) => one.name === before);
  if (!group || name === before) return order;
  if (order.some((one) => one.name === name)) return grouped(order, name, group.envelopes);
  return order.map((one) => (one === group ? { ...one, name } : one));
}
