import type { Message } from '../message.ts';

/** Rates and prices, and what is held at them. */
export const rates = {
  'rates.title': { en: 'Rates', th: 'อัตราและราคา' },
  'rates.empty.title': { en: 'What one thing is worth in another', th: 'สิ่งหนึ่งมีค่าเท่าไรเมื่อเทียบกับอีกสิ่ง' },
  'rates.empty.text': {
    en: 'These books use one currency. As soon as an account holds another one, a coin or a security, its rates and its worth are here.',
    th: 'สมุดบัญชีนี้ใช้เงินสกุลเดียว เมื่อมีบัญชีที่ถือเงินสกุลอื่น เหรียญดิจิทัล หรือหลักทรัพย์ อัตราและมูลค่าจะแสดงที่นี่'
  },
  'rates.empty.add': { en: 'Add an account', th: 'เพิ่มบัญชี' },
  'rates.holdings': { en: 'What is held', th: 'สินทรัพย์ที่ถือ' },
  'rates.kind.currency': { en: 'Currencies', th: 'สกุลเงิน' },
  'rates.kind.coin': { en: 'Coins', th: 'เหรียญดิจิทัล' },
  'rates.kind.security': { en: 'Securities', th: 'หลักทรัพย์' },
  'rates.kind.custom': { en: 'Others', th: 'อื่นๆ' },
  'rates.commodity': { en: 'Commodity', th: 'รายการ' },
  'rates.held': { en: 'Held', th: 'จำนวนที่ถือ' },
  'rates.rate': { en: 'Rate', th: 'อัตรา' },
  'rates.rate_in': { en: 'Rate, {currency}', th: 'อัตรา ({currency})' },
  'rates.as_of': { en: 'As of', th: 'ณ วันที่' },
  'rates.worth_in': { en: 'Worth, {currency}', th: 'มูลค่า ({currency})' },
  'rates.none': { en: 'no rate', th: 'ยังไม่มีอัตรา' },
  'rates.old': { en: { one: '{count} day old', other: '{count} days old' }, th: { other: 'เก่า {count} วัน' } },
  'rates.total': { en: 'Together', th: 'รวม' },
  'rates.total_without': { en: 'Together, without {commodities}', th: 'รวม ไม่นับ {commodities}' },
  'rates.span.quarter': { en: '3m', th: '3 ด.' },
  'rates.span.year': { en: '1y', th: '1 ปี' },
  'rates.span.all': { en: 'All', th: 'ทั้งหมด' },
  'rates.rose': { en: '{commodity} rose by {percent} against {quote} since {since}', th: '{commodity} แข็งขึ้น {percent} เทียบกับ {quote} ตั้งแต่ {since}' },
  'rates.fell': { en: '{commodity} fell by {percent} against {quote} since {since}', th: '{commodity} อ่อนลง {percent} เทียบกับ {quote} ตั้งแต่ {since}' },
  'rates.stood': { en: '{commodity} stands where it stood against {quote} on {since}', th: '{commodity} เท่าเดิมเทียบกับ {quote} ตั้งแต่ {since}' },
  'rates.gaps': { en: { one: 'Dotted where rates are missing: {count} gap.', other: 'Dotted where rates are missing: {count} gaps.' }, th: { other: 'เส้นประคือช่วงที่ไม่มีข้อมูล {count} ช่วง' } },
  'rates.history': { en: 'Rates by day', th: 'อัตรารายวัน' },
  'rates.history_of': { en: 'Rates of {commodity}', th: 'อัตราของ {commodity}' },
  'rates.no_history': {
    en: 'No rate of {commodity} is known yet. With the first one, what you hold of it counts in your totals.',
    th: 'ยังไม่มีอัตราของ {commodity} เมื่อเพิ่มอัตราแรก ยอดที่ถือจะนับรวมในยอดทั้งหมด'
  },
  'rates.add': { en: 'Add a rate of {commodity}', th: 'เพิ่มอัตราของ {commodity}' },
  'rates.date': { en: 'Day', th: 'วันที่' },
  'rates.one': { en: '1 {commodity} is', th: '1 {commodity} เท่ากับ' },
  'rates.in': { en: 'In', th: 'หน่วย' },
  'rates.save': { en: 'Add rate', th: 'เพิ่มอัตรา' },
  'rates.add.not_positive': { en: 'Enter a rate above zero.', th: 'กรุณาใส่อัตราที่มากกว่าศูนย์' },
  'rates.added': { en: 'Rate of {commodity} on {date} saved', th: 'บันทึกอัตรา {commodity} ณ {date} แล้ว' },
  'rates.known': { en: 'The rate of {commodity} on {date} is already that', th: 'อัตรา {commodity} ณ {date} เป็นค่านี้อยู่แล้ว' },
  'rates.removed': { en: 'Rate of {commodity} on {date} removed', th: 'ลบอัตรา {commodity} ณ {date} แล้ว' },
  'rates.remove': { en: 'Remove', th: 'ลบ' },
  'rates.remove_of': { en: 'Remove the rate of {date}', th: 'ลบอัตราของ {date}' },
  'rates.change': { en: 'Change', th: 'เปลี่ยนแปลง' },
  'rates.older': { en: { one: 'Show {count} older', other: 'Show {count} older' }, th: { other: 'ดูย้อนหลังอีก {count} วัน' } },
  'rates.where': { en: 'Where {commodity} is held', th: 'บัญชีที่ถือ {commodity}' },

  'rates.list.open': { en: 'From a list or a CSV file', th: 'เพิ่มจากรายการหรือไฟล์ CSV' },
  'rates.list': { en: 'Rates of {commodity} in {quote}', th: 'อัตราของ {commodity} เป็น {quote}' },
  'rates.list.hint': { en: 'A line for each day: the day, then the rate. Further columns are left alone.', th: 'หนึ่งบรรทัดต่อหนึ่งวัน: วันที่ แล้วตามด้วยอัตรา คอลัมน์ถัดไประบบไม่อ่าน' },
  'rates.list.file': { en: 'Choose a file', th: 'เลือกไฟล์' },
  'rates.list.add': { en: { one: 'Add {count} rate', other: 'Add {count} rates' }, th: { other: 'เพิ่ม {count} อัตรา' } },
  'rates.list.added': { en: { one: '{count} rate of {commodity} saved', other: '{count} rates of {commodity} saved' }, th: { other: 'บันทึกอัตรา {commodity} {count} วันแล้ว' } },
  'rates.list.unreadable': {
    en: { one: '{count} line is no rate and stays out: {lines}', other: '{count} lines are no rates and stay out: {lines}' },
    th: { other: 'มี {count} บรรทัดที่ไม่ใช่อัตราและจะไม่ถูกเพิ่ม: {lines}' }
  },
  'rates.list.line': { en: 'line {line}, “{text}”', th: 'บรรทัดที่ {line} “{text}”' }
} as const satisfies Record<string, Message>;
