import type { FileInput } from '#api/generated.ts';
import { addDays, type Day } from '#format/day.ts';
import { base64Of } from './file-bytes.ts';

/** Days before today, text, and amount in hundredths; oldest first. */
const rows: readonly [number, string, string, number][] = [
  [27, 'SALARY NORTHWIND STUDIO', 'เงินเดือน นอร์ธวินด์ สตูดิโอ', 3_850_000],
  [26, 'RENT LINDEN COURT 4B', 'ค่าเช่า ลินเดนคอร์ท 4B', -1_200_000],
  [24, 'POS 0412 GREEN BASKET MARKET', 'POS 0412 ตลาดตะกร้าเขียว', -86_425],
  [22, 'CARD BLUE DOOR COFFEE', 'บัตร ร้านกาแฟประตูฟ้า', -9_500],
  [22, 'CARD BLUE DOOR COFFEE', 'บัตร ร้านกาแฟประตูฟ้า', -9_500],
  [19, 'CITY TRAM TOP-UP', 'เติมเงินรถรางเมือง', -50_000],
  [15, 'POS 0412 GREEN BASKET MARKET', 'POS 0412 ตลาดตะกร้าเขียว', -124_050],
  [12, 'POWER AND LIGHT CO', 'การไฟฟ้าแสงดาว', -143_290],
  [9, 'FROM MALEE S. DINNER', 'รับโอนจาก มาลี ส. ค่าอาหาร', 42_000],
  [6, 'CARD PAPER LANTERN BOOKS', 'บัตร ร้านหนังสือโคมกระดาษ', -78_000],
  [3, 'CASH MACHINE RIVER ROAD', 'ถอนเงิน ตู้ริมน้ำ', -200_000],
  [1, 'CARD BLUE DOOR COFFEE', 'บัตร ร้านกาแฟประตูฟ้า', -9_500]
];

const hundredths = (amount: number): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A made-up statement of the last weeks with a running balance, as a bank would write it. */
export function sampleStatement(today: Day, language: 'en' | 'th'): FileInput {
  const header = language === 'th' ? 'วันที่,รายการ,จำนวนเงิน,ยอดคงเหลือ' : 'Date,Description,Amount,Balance';
  let balance = 1_840_000;
  const lines = rows.map(([ago, english, thai, amount]) => {
    balance += amount;
    const [year, month, date] = addDays(today, -ago).split('-');
    return [`${date}/${month}/${year}`, language === 'th' ? thai : english, hundredths(amount), hundredths(balance)].join(',');
  });
  const text = [header, ...lines, ''].join('\r\n');
  const name = language === 'th' ? 'ตัวอย่างรายการเดินบัญชี.csv' : 'Sample statement.csv';
  return { name, base64: base64Of(new TextEncoder().encode(text)) };
}
