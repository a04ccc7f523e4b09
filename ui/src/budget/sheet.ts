import type { BudgetCard, BudgetRow, BudgetSheet, EnvelopeView, NeedView, ReportRow, TargetView } from '#api/generated.ts';
import type { Order } from './order.ts';
import { t } from '#i18n/index.ts';
import { compareText, divide, magnitudeOf, nearestText, rational, rationalOf, signOf, sumText } from '#format/decimal.ts';

/** What a row shows in a period: an envelope, or what is set aside for a card. */
export interface LineCell {
  carried: string;
  assigned: string;
  /** Spent, less what came back; for a card what came from envelopes less what was paid. */
  activity: string;
  available: string;
  /** Spending by card that no money covers. */
  uncovered: string;
  need: NeedView | null;
  /** What is owed on the card. */
  owed?: string;
}

export interface Line {
  envelope: number;
  name: string;
  path: string;
  kind: BudgetRow['kind'] | 'card';
  hidden: boolean;
  target: TargetView | null;
  /** How an envelope behaves; cards have no ways of their own. */
  settings?: EnvelopeView;
  cells: readonly LineCell[];
}

export interface LineGroup {
  id: string;
  name: string;
  /** The sums of all its envelopes, with those that are hidden. */
  cells: readonly LineCell[];
  lines: readonly Line[];
  /** All its envelopes. */
  envelopes: readonly number[];
}

/** Sums come from the ledger: an order that is not back from it yet moves rows, and no sums. */
function inOrder(groups: BudgetSheet['groups'], order: Order): BudgetSheet['groups'] {
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.envelope, row] as const)));
  return order.map(({ name, envelopes }) => ({
    name, rows: envelopes.flatMap((envelope) => rows.get(envelope) ?? []), cells: groups.find((group) => group.name === name)?.cells ?? []
  }));
}

const ofRow = ({ envelope, name, path, kind, settings, cells }: BudgetRow): Line => ({
  envelope, name, path, kind, hidden: settings.hidden, target: settings.target, settings, cells
});

const ofCard = ({ card, name, path, target, cells }: BudgetCard): Line => ({
  envelope: card, name, path, kind: 'card', hidden: false, target,
  cells: cells.map(({ carried, assigned, funded, paid, available, owed, need }) => ({
    carried, assigned, activity: sumText([funded, paid]), available, uncovered: '0', need, owed
  }))
});

function together(lines: readonly Line[], column: number): LineCell {
  const sum = (of: (cell: LineCell) => string) => sumText(lines.flatMap(({ cells }) => (cells[column] ? [of(cells[column])] : [])));
  return {
    carried: sum((cell) => cell.carried), assigned: sum((cell) => cell.assigned), activity: sum((cell) => cell.activity),
    available: sum((cell) => cell.available), uncovered: '0', need: null
  };
}

/** The rows of a budget in their groups, cards below all of them; those that are hidden only where they are asked for. */
export function groupsOf(sheet: Pick<BudgetSheet, 'groups' | 'cards' | 'periods'>, withHidden: boolean, order?: Order): LineGroup[] {
  const groups = (order ? inOrder(sheet.groups, order) : sheet.groups).map(({ name, rows, cells }) => ({
    id: `group:${name}`, name, cells, lines: rows.map(ofRow).filter(({ hidden }) => withHidden || !hidden), envelopes: rows.map(({ envelope }) => envelope)
  }));
  const cards = sheet.cards.map(ofCard);
  const all: LineGroup[] = groups.filter(({ lines }) => lines.length > 0);
  if (cards.length > 0) {
    all.push({
      id: 'cards', name: '', lines: cards, envelopes: cards.map(({ envelope }) => envelope), cells: sheet.periods.map((_, column) => together(cards, column))
    });
  }
  return all;
}

export const isCards = ({ id }: Pick<LineGroup, 'id'>): boolean => id === 'cards';

/** A group's name as it is shown: categories right below a side of the books are in its name, which nobody gave it. */
export function groupName(group: Pick<LineGroup, 'id' | 'name'>): string {
  if (isCards(group)) return t('budget.cards');
  if (group.name === 'Income') return t('categories.side.income');
  if (group.name === 'Expenses') return t('budget.ungrouped');
  if (group.name === 'Assets') return t('sidebar.assets');
  return group.name === 'Liabilities' ? t('sidebar.debts') : group.name;
}

export const hiddenCount = (sheet: Pick<BudgetSheet, 'groups'>): number =>
  sheet.groups.flatMap(({ rows }) => rows).filter(({ settings }) => settings.hidden).length;

export type AvailableTone = 'over' | 'debt' | 'short' | 'none' | 'plain';

/** What is worth saying about what is left: overspent in cash, overspent on a card, short of its target, nothing, or no more than that. */
export function availableTone(cell: Pick<LineCell, 'available' | 'uncovered' | 'need'>): AvailableTone {
  if (signOf(cell.available) < 0) return compareText(magnitudeOf(cell.available), cell.uncovered) <= 0 ? 'debt' : 'over';
  if (cell.need && signOf(cell.need.missing) > 0) return 'short';
  return signOf(cell.available) === 0 ? 'none' : 'plain';
}

/** How much of what there was is used, for the length of a bar; nothing where there was neither money nor spending. */
export function usedShare(cell: Pick<LineCell, 'carried' | 'assigned' | 'activity'>): number | undefined {
  const had = Number(sumText([cell.carried, cell.assigned]));
  const used = -Number(cell.activity);
  if (used <= 0) return had > 0 ? 0 : undefined;
  return had > 0 ? used / had : 1.01;
}

/** Envelopes that could give an amount: the fullest first, those that hold all of it before the others. */
export function givers(lines: readonly Line[], column: number, wanted: string, but: number): { line: Line; available: string }[] {
  const holds = lines.flatMap((line) => {
    const available = line.cells[column]?.available ?? '0';
    return line.envelope !== but && line.kind !== 'card' && signOf(available) > 0 ? [{ line, available }] : [];
  });
  const enough = (available: string) => (compareText(available, wanted) >= 0 ? 0 : 1);
  return holds.toSorted((a, b) => enough(a.available) - enough(b.available) || compareText(b.available, a.available));
}

/** The smaller of two amounts. */
export const least = (a: string, b: string): string => (compareText(a, b) <= 0 ? a : b);

/** What each envelope for spending took on average in so many periods, as an income statement of all of them tells; those that took nothing are left out. */
export function usualSpending(
  lines: readonly Pick<Line, 'envelope' | 'kind' | 'hidden'>[], rows: readonly Pick<ReportRow, 'account' | 'own' | 'values' | 'whole'>[], periods: number, decimals: number
): { envelope: number; amount: string }[] {
  const spent = new Map<number, string>();
  for (const { account, own, values, whole } of rows) {
    const total = whole ?? values[0];
    // A category with others below it has a row for itself alone as well: the others have envelopes of their own.
    if (account !== null && total !== undefined && (own || !spent.has(account))) spent.set(account, total);
  }
  return lines.flatMap(({ envelope, kind, hidden }) => {
    const total = spent.get(envelope);
    if (kind !== 'expense' || hidden || total === undefined) return [];
    const amount = nearestText(divide(rationalOf(total), rational(BigInt(periods), 1n)), decimals);
    return signOf(amount) > 0 ? [{ envelope, amount }] : [];
  });
}
