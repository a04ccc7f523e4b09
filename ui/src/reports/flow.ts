import type { FlowView, StreamView, TileView } from '#api/generated.ts';
import type { Flow, FlowNode } from '#charts/SankeyChart.svelte';
import type { TreemapPart } from '#charts/TreemapChart.svelte';
import { compareText, sumText } from '#format/decimal.ts';

/** Series colours there are. */
const colours = 6;
/** What was saved, and what came in, have the colour of the product. */
const kept = 1;

/** The first and the last colour mean something: what is kept, and the rest. */
const colourAt = (index: number): number => (index % (colours - 2)) + 2;

/** Colours of categories in the order given, one each, so that a category has the same one in every chart of a screen. */
export function coloursOf(tiles: readonly Pick<TileView, 'account'>[]): ReadonlyMap<number, number> {
  const accounts = tiles.flatMap(({ account }) => (account === null ? [] : [account]));
  return new Map(accounts.map((account, index) => [account, colourAt(index)]));
}

export interface FlowChart {
  nodes: FlowNode[];
  flows: Flow[];
}

const middle = 'middle';

/** Money as a flow: sources on the left, through one middle, into what it went to and what was saved. */
export function flowChart(flow: FlowView, name: string, colours: ReadonlyMap<number, number>): FlowChart {
  const colour = (stream: StreamView, place: 'source' | 'use', index: number) => {
    if (stream.saved) return kept;
    if (place === 'source') return index === 0 ? kept : colourAt(index);
    return (stream.account === null ? undefined : colours.get(stream.account)) ?? colourAt(index);
  };
  const node = (place: 'source' | 'use') => (stream: StreamView, index: number): FlowNode => ({
    id: `${place}-${stream.account ?? (stream.saved ? 'saved' : `rest-${index}`)}`, label: stream.label, value: stream.amount,
    colour: colour(stream, place, index), place
  });
  const sources = flow.sources.map(node('source'));
  const uses = flow.uses.map(node('use'));
  return {
    nodes: [...sources, { id: middle, label: name, value: flow.total, place: 'middle' }, ...uses],
    flows: [
      ...sources.map(({ id, value }) => ({ from: id, to: middle, value })),
      ...uses.map(({ id, value }) => ({ from: middle, to: id, value }))
    ]
  };
}

/** The account a node of the flow stands for. */
export function accountOfNode(id: string): number | undefined {
  const found = /^(?:source|use)-(\d+)$/.exec(id)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Percent from which an area has room for its name. */
const sliver = '2.5';

/** Areas of spending: the large ones of their own, several slivers together. */
export function treemapParts(
  tiles: readonly TileView[], share: (percent: string) => string, others?: (count: number) => string
): TreemapPart[] {
  const small = others ? tiles.filter((tile) => compareText(tile.share, sliver) < 0) : [];
  const named = small.length > 1 ? tiles.filter((tile) => !small.includes(tile)) : tiles;
  const parts = named.map((tile, index) => ({
    id: tileId(tile, index), label: tile.label, value: tile.amount, detail: share(tile.share),
    // What is not one thing has the quiet colour.
    colour: tile.account === null && tile.payee === null ? colours : colourAt(index)
  }));
  if (!others || small.length < 2) return parts;
  const sum = (values: readonly TileView[], of: (tile: TileView) => string) => sumText(values.map(of));
  return [
    ...parts,
    {
      id: 'others', label: others(small.length), value: sum(small, (tile) => tile.amount), colour: colours,
      detail: share(sum(small, (tile) => tile.share))
    }
  ];
}

const tileId = (tile: Pick<TileView, 'account' | 'payee'>, index: number): string =>
  tile.account !== null ? `account-${tile.account}` : tile.payee !== null ? `payee-${tile.payee}` : `rest-${index}`;

/** What a part of the areas stands for. */
export function subjectOfPart(id: string): { account?: number; payee?: number } {
  const [, kind, number] = /^(account|payee)-(\d+)$/.exec(id) ?? [];
  return kind === 'account' ? { account: Number(number) } : kind === 'payee' ? { payee: Number(number) } : {};
}
