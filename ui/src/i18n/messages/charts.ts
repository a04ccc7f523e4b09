import type { Message } from '../message.ts';

/** Charts in words: for screen readers, and the tables behind them. */
export const charts = {
  'chart.amount_in': { en: 'Amount, {commodity}', th: 'จำนวนเงิน ({commodity})' },
  'chart.as_chart': { en: 'Show as chart', th: 'แสดงเป็นกราฟ' },
  'chart.as_table': { en: 'Show as table', th: 'แสดงเป็นตาราง' },
  'chart.day': { en: 'Date', th: 'วันที่' },
  'chart.describe_bars': {
    en: { one: '{count} group, comparing {series}.', other: '{count} groups, comparing {series}.' },
    th: { other: 'กราฟแท่ง {count} กลุ่ม เปรียบเทียบ {series}' }
  },
  'chart.describe_parts': {
    en: { one: '{count} part: {largest}.', other: '{count} parts, the largest: {largest}.' },
    th: { other: 'มี {count} ส่วน ส่วนที่ใหญ่ที่สุดคือ {largest}' }
  },
  'chart.describe_time': {
    en: 'From {first} in {from} to {last} in {to}; lowest {low} in {lowDay}, highest {high} in {highDay}.',
    th: 'จาก {first} ({from}) เป็น {last} ({to}) ต่ำสุด {low} ({lowDay}) สูงสุด {high} ({highDay})'
  },
  'chart.from': { en: 'From', th: 'จาก' },
  'chart.high': { en: 'High', th: 'กรณีสูง' },
  'chart.keys': {
    en: 'Arrow keys walk over it, plus and minus zoom where it shows time, T shows the table.',
    th: 'ใช้ปุ่มลูกศรเพื่อเลื่อนดู ปุ่มบวกและลบเพื่อซูมช่วงเวลา ปุ่ม T เพื่อดูเป็นตาราง'
  },
  'chart.low': { en: 'Low', th: 'กรณีต่ำ' },
  'chart.no_data': { en: 'Nothing to show for this period.', th: 'ไม่มีข้อมูลในช่วงนี้' },
  'chart.role': { en: 'chart', th: 'กราฟ' },
  'chart.to': { en: 'To', th: 'ไปยัง' }
} as const satisfies Record<string, Message>;
