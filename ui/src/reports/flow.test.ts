import { describe, expect, it } from 'vitest';
import type { FlowView, TileView } from '#api/generated.ts';
import { accountOfNode, coloursOf, flowChart, subjectOfPart, treemapParts } from './flow.ts';

const stream = (label: string, account: number | null, amount: string, saved = false) => ({ label, account, amount, saved });
const tile = (label: string, account: number | null, amount: string, payee: number | null = null): TileView => ({
  label, account, payee, amount, share: '10.0', tiles: []
});

describe('money as a flow', () => {
  const flow: FlowView = {
    sources: [stream('Salary', 7, '900.00'), stream('Interest', 8, '5.00')],
    uses: [stream('Food', 3, '300.00'), stream('Others', null, '50.00'), stream('Saved', null, '555.00', true)],
    total: '905.00'
  };
  const chart = flowChart(flow, 'Money', coloursOf([tile('Rent', 4, '400'), tile('Food', 3, '300.00')]));

  it('goes from every source through the middle to every use', () => {
    expect(chart.flows.map(({ from, to, value }) => `${from} > ${to} ${value}`)).toEqual([
      'source-7 > middle 900.00', 'source-8 > middle 5.00', 'middle > use-3 300.00', 'middle > use-rest-1 50.00', 'middle > use-saved 555.00'
    ]);
  });

  it('gives a category the colour that it has elsewhere, and what was saved the colour of the product', () => {
    expect(chart.nodes.map(({ id, colour }) => [id, colour])).toEqual([
      ['source-7', 1], ['source-8', 3], ['middle', undefined], ['use-3', 3], ['use-rest-1', 3], ['use-saved', 1]
    ]);
  });

  it('knows which category a node stands for', () => {
    expect(chart.nodes.map(({ id }) => accountOfNode(id))).toEqual([7, 8, undefined, 3, undefined, undefined]);
  });
});

describe('spending as areas', () => {
  it('tells categories, payees and the rest apart', () => {
    const parts = treemapParts([tile('Food', 3, '30'), tile('Nobody', null, '20', 0), tile('Others', null, '5')], (share) => `${share}%`);
    expect(parts.map(({ id }) => subjectOfPart(id))).toEqual([{ account: 3 }, { payee: 0 }, {}]);
    expect(parts[0]).toMatchObject({ label: 'Food', value: '30', colour: 2, detail: '10.0%' });
  });

  it('puts slivers together, but never one alone', () => {
    const small = (label: string, account: number) => ({ ...tile(label, account, '1.50'), share: '1.5' });
    const others = (count: number) => `${count} others`;
    const share = (percent: string) => percent;
    expect(treemapParts([tile('Food', 3, '30'), small('Tea', 4), small('Fees', 5)], share, others).map(({ label, value, detail }) => [label, value, detail]))
      .toEqual([['Food', '30', '10.0'], ['2 others', '3.00', '3.0']]);
    expect(treemapParts([tile('Food', 3, '30'), small('Tea', 4)], share, others).map(({ label }) => label)).toEqual(['Food', 'Tea']);
  });
});
