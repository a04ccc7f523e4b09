import type { CommodityChoice } from '#format/index.ts';
import { addDays, addMonths, type Day } from '#format/day.ts';
import { say } from './words.ts';

/** Made-up books for the gallery: no figure, payee or bank in it exists. */
export const now: Day = '2026-11-22';

export const THB: CommodityChoice = { code: 'THB', decimals: 2, symbols: ['฿', 'บาท'] };
export const USD: CommodityChoice = { code: 'USD', decimals: 2, symbols: ['$', 'US$'] };
export const EUR: CommodityChoice = { code: 'EUR', decimals: 2, symbols: ['€'] };
export const JPY: CommodityChoice = { code: 'JPY', decimals: 0, symbols: ['¥'] };
export const commodities = [THB, USD, EUR, JPY, { code: 'BTC', decimals: 8, symbols: ['₿'] }];

const account = (id: string, name: string, quantity: string, commodity: string, decimals = 2) => ({
  id, name, href: `/gallery/register?account=${id}`, balance: { quantity, commodity, decimals }
});

export const accountGroups = () => [
  {
    id: 'bank', label: say('Cash and bank', 'เงินสดและธนาคาร'),
    accounts: [account('sunda', 'Sunda Bank', '182440.10', 'THB'), account('everyday', 'Everyday', '8112.35', 'USD'), account('holiday', say('Holiday pot', 'เงินเที่ยว'), '1920.00', 'EUR')]
  },
  { id: 'cards', label: say('Cards', 'บัตร'), accounts: [account('card', 'Meridian ··4410', '-1204.18', 'USD')] },
  {
    id: 'wallets', label: say('Wallets', 'กระเป๋าเงิน'),
    accounts: [account('pocket', 'Pocket', '18420.50', 'THB'), account('borderless', 'Borderless', '164.20', 'EUR'), account('bitcoin', 'Bitcoin', '0.05120000', 'BTC', 8)]
  },
  { id: 'invest', label: say('Investments', 'การลงทุน'), accounts: [account('brokerage', say('Brokerage', 'พอร์ตหุ้น'), '61240.77', 'USD')] }
];

export const categories = () => [
  { id: 'groceries', path: say('Food:Groceries', 'อาหาร:ของสด'), colour: 4 },
  { id: 'restaurants', path: say('Food:Restaurants', 'อาหาร:ร้านอาหาร'), colour: 4 },
  { id: 'delivery', path: say('Food:Delivery', 'อาหาร:สั่งมาส่ง'), colour: 4 },
  { id: 'public', path: say('Transport:Public', 'เดินทาง:รถสาธารณะ'), colour: 6 },
  { id: 'fuel', path: say('Transport:Fuel', 'เดินทาง:น้ำมัน'), colour: 6 },
  { id: 'rent', path: say('Home:Rent', 'ที่อยู่อาศัย:ค่าเช่า'), colour: 2 },
  { id: 'software', path: say('Work:Software', 'งาน:ซอฟต์แวร์'), colour: 3 },
  { id: 'doctor', path: say('Health:Doctor', 'สุขภาพ:หมอ'), colour: 3 },
  { id: 'books', path: say('Fun:Books', 'บันเทิง:หนังสือ'), colour: 5 },
  { id: 'streaming', path: say('Fun:Streaming', 'บันเทิง:สตรีมมิง'), colour: 5 },
  { id: 'freelance', path: say('Income:Freelance', 'รายรับ:ฟรีแลนซ์'), colour: 1 },
  { id: 'transfer', path: say('Transfer', 'โอนระหว่างบัญชี'), colour: 2 }
];

export interface Row {
  id: string;
  day: Day;
  payee: string;
  category: number;
  /** Minor units. */
  minor: number;
  balance: number;
  status: 'pending' | 'cleared' | 'reconciled';
  note?: string;
}

const templates: [string, number, number, string?][] = [
  ['Lotus Lane Market', 0, -124_050], ['Skyline Rail', 3, -6_200], ['Tuk Tuk Kitchen', 2, -28_900, 'rule: Delivery'],
  ['Studio Nakorn Co., Ltd.', 10, 4_200_000], ['Pixelforge', 6, -87_465, 'proposed: 14 of 15 like it'], ['Baan Fresh', 0, -86_425],
  ['Transfer to Holiday pot', 11, -912_000], ['Moonbeam Films', 9, -41_900], ['Riverside Clinic', 7, -235_000],
  ['Mango Fuel, Rama IV', 4, -148_000], ['Paper Lantern Books', 8, -78_000], ['Corner Mart', 1, -7_400], ['ร้านป้าสมใจ', 1, -18_500]
];

const cycle = 1_300;
/** How the money in one cycle of rows sums up, so that a balance is known for any position without reading the rest. */
const running = (() => {
  const sums = [0];
  for (let index = 0; index < cycle; index += 1) sums.push((sums.at(-1) ?? 0) + amountAt(index));
  return sums;
})();

function amountAt(index: number): number {
  const [, , base] = templates[(index * 7 + ((index * index) % 5)) % templates.length] ?? ['', 0, 0];
  const wave = 1 + (((index * 37) % 23) - 11) / 90;
  return base > 0 && index % 3 !== 0 ? -Math.round(base / 90) : Math.round(base * wave);
}

/** Row `index` of a register as long as wanted, newest first. */
export function rowAt(index: number): Row {
  const at = index % cycle;
  const [payee, category, , note] = templates[(at * 7 + ((at * at) % 5)) % templates.length] ?? ['', 0, 0];
  const spent = Math.floor(index / cycle) * (running[cycle] ?? 0) + (running[at] ?? 0);
  const age = Math.floor((index + 1.2 * Math.sin(index * 0.6) + 1.200) / 5);
  return {
    id: `t${index}`, day: addDays(now, -age), payee, category, minor: amountAt(at), balance: 18_244_010 - spent,
    status: index < 2 ? 'pending' : index < 90 ? 'cleared' : 'reconciled', ...(note ? { note } : {})
  };
}

/** Answers like a ledger would: after a moment, a page at a time. */
export const loadRows = (delay: number) => (from: number, count: number): Promise<Row[]> =>
  new Promise((resolve) =>
    setTimeout(() => resolve(Array.from({ length: count }, (_, step) => rowAt(from + step))), delay)
  );

export const minorText = (minor: number): string => {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Net worth at the end of each month. */
export const netWorth = () => {
  const growth = [4.2, 1.1, 0.4, 2.8, 3.9, 2.2, 5.8, -0.6, 1.9, -0.3, -0.4, 1.2, 2.1, 2.9, 3.4, 8.6, 3.9, -2.6, 1.8, 0, 0.4, 6.1, 1.2, -3.1, 2.4, 0.8, -1.4, -0.7, 0, 1.9, 2.2, 1.6, 3.1, 2.7, 1.4, 1.3];
  let value = 18_461_212;
  return growth.map((change, index) => {
    value += Math.round(change * 134_377);
    return { day: addDays(addMonths('2024-01-01', index), -1), value: minorText(value) };
  });
};

export const forecast = () => {
  const past = Array.from({ length: 40 }, (_, index) => ({
    day: addDays(now, index - 39), value: minorText(4_100_000 + Math.round(900_000 * Math.sin(index / 6)) - index * 21_000)
  }));
  const last = 4_100_000 + Math.round(900_000 * Math.sin(39 / 6)) - 39 * 21_000;
  const ahead = Array.from({ length: 60 }, (_, index) => {
    const middle = last + Math.round(1_000_000 * Math.sin(index / 9)) - index * 15_000;
    const spread = Math.round(180_000 * Math.sqrt(index + 1));
    return { day: addDays(now, index + 1), value: minorText(middle), low: minorText(middle - spread), high: minorText(middle + spread) };
  });
  return [...past, ...ahead];
};

export const flowNodes = () => [
  { id: 'salary', label: say('Salary', 'เงินเดือน'), value: '6240', colour: 1, place: 'source' as const },
  { id: 'freelance', label: say('Freelance', 'ฟรีแลนซ์'), value: '1360', colour: 3, place: 'source' as const },
  { id: 'dividends', label: say('Dividends', 'เงินปันผล'), value: '360', colour: 5, place: 'source' as const },
  { id: 'income', label: say('Income', 'รายรับ'), value: '7960', place: 'middle' as const },
  { id: 'home', label: say('Home', 'ที่อยู่อาศัย'), value: '2380', colour: 2, place: 'use' as const },
  { id: 'food', label: say('Food', 'อาหาร'), value: '1120', colour: 4, place: 'use' as const },
  { id: 'transport', label: say('Transport', 'เดินทาง'), value: '460', colour: 6, place: 'use' as const },
  { id: 'health', label: say('Health', 'สุขภาพ'), value: '310', colour: 3, place: 'use' as const },
  { id: 'fun', label: say('Fun', 'บันเทิง'), value: '420', colour: 5, place: 'use' as const },
  { id: 'saved', label: say('Saved', 'เงินออม'), value: '3270', colour: 1, place: 'use' as const }
];

export const flows = () =>
  flowNodes().flatMap((node) => {
    if (node.place === 'source') return [{ from: node.id, to: 'income', value: node.value }];
    return node.place === 'use' ? [{ from: 'income', to: node.id, value: node.value }] : [];
  });

export const spending = () => [
  { id: 'rent', label: say('Rent', 'ค่าเช่า'), value: '18500.00', colour: 2, detail: '31%' },
  { id: 'groceries', label: say('Groceries', 'ของสด'), value: '9240.75', colour: 4, detail: '16%' },
  { id: 'restaurants', label: say('Restaurants', 'ร้านอาหาร'), value: '6480.00', colour: 4, detail: '11%' },
  { id: 'fuel', label: say('Fuel', 'น้ำมัน'), value: '5920.00', colour: 6, detail: '10%' },
  { id: 'insurance', label: say('Insurance', 'ประกัน'), value: '4280.00', colour: 1, detail: '7%' },
  { id: 'software', label: say('Software', 'ซอฟต์แวร์'), value: '3498.60', colour: 3, detail: '6%' },
  { id: 'power', label: say('Electricity and water', 'ค่าไฟและน้ำ'), value: '3162.00', colour: 2, detail: '5%' },
  { id: 'clinic', label: say('Doctor', 'หมอ'), value: '2350.00', colour: 3, detail: '4%' },
  { id: 'books', label: say('Books', 'หนังสือ'), value: '1780.00', colour: 5, detail: '3%' },
  { id: 'transit', label: say('Public transport', 'รถสาธารณะ'), value: '1240.00', colour: 6, detail: '2%' },
  { id: 'coffee', label: say('Coffee', 'กาแฟ'), value: '910.00', colour: 4, detail: '2%' },
  { id: 'films', label: say('Films', 'หนัง'), value: '640.00', colour: 5, detail: '1%' }
];

export const months = () => Array.from({ length: 12 }, (_, index) => addMonths('2025-12-01', index));
export const earned = () => months().map((_, index) => minorText(7_100_000 + ((index * 37) % 11) * 92_000));
export const spentMonthly = () => months().map((_, index) => minorText(4_600_000 + ((index * 53) % 13) * 118_000));
