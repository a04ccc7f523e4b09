import type { Message } from '../message.ts';

/** The first screen: where the money is, where it went, what wants a look. */
export const overview = {
  'overview.worth': { en: 'Net worth', th: 'ความมั่งคั่งสุทธิ' },
  'overview.worth.change': { en: 'in {period}', th: 'ช่วง {period}' },
  'overview.span': { en: 'How far back', th: 'ย้อนหลัง' },
  'overview.span.year': { en: '1y', th: '1 ปี' },
  'overview.span.three_years': { en: '3y', th: '3 ปี' },
  'overview.span.all': { en: 'All', th: 'ทั้งหมด' },
  'overview.money': { en: 'Money', th: 'เงิน' },
  'overview.category': { en: 'Category', th: 'หมวด' },
  'overview.others': { en: { one: '{count} other', other: '{count} others' }, th: { other: 'อื่นๆ {count} หมวด' } },
  'overview.quiet': { en: 'Nothing came in or went out in {period}', th: 'ไม่มีเงินเข้าหรือออกในช่วง {period}' },
  'overview.quiet.text': {
    en: 'Choose another period at the top, or import the statements of this one.',
    th: 'เลือกช่วงเวลาอื่นที่ด้านบน หรือนำเข้ารายการเดินบัญชีของช่วงนี้'
  },
  'overview.accounts.in': { en: 'Accounts, {currency}', th: 'บัญชี ({currency})' },
  'overview.accounts.several': { en: { one: '{count} holding', other: '{count} holdings' }, th: { other: '{count} รายการ' } },
  'overview.accounts.all': { en: 'All accounts', th: 'ดูทุกบัญชี' },
  'overview.recent': { en: 'Latest transactions', th: 'รายการล่าสุด' },
  'overview.recent.all': { en: 'All transactions', th: 'ดูทุกรายการ' },
  'overview.recent.unsorted': { en: 'Uncategorised', th: 'ยังไม่จัดหมวด' },
  'overview.recent.split': { en: { one: '{count} part', other: '{count} parts' }, th: { other: 'แยกเป็น {count} ส่วน' } },
  'overview.missing': {
    en: 'Without {commodities}: there is no rate to {currency} yet.',
    th: 'ไม่รวม {commodities} เพราะยังไม่มีอัตราแลกเปลี่ยนเป็น {currency}'
  },
  'overview.missing.add': { en: 'Add a rate', th: 'เพิ่มอัตรา' },

  'overview.look': { en: 'Wants a look', th: 'ควรตรวจดู' },
  'overview.look.none': { en: 'Everything is sorted, and the books agree with your statements.', th: 'จัดหมวดครบทุกรายการ และยอดตรงกับใบแจ้งยอดทั้งหมด' },
  'overview.look.unsorted': {
    en: { one: '{count} uncategorised transaction', other: '{count} uncategorised transactions' },
    th: { other: '{count} รายการยังไม่จัดหมวด' }
  },
  'overview.look.proposed': {
    en: { one: '{count} proposed category to confirm', other: '{count} proposed categories to confirm' },
    th: { other: 'หมวดที่แนะนำรอยืนยัน {count} รายการ' }
  },
  'overview.look.statement': {
    en: '{account} is {amount} off its statement of {date}',
    th: '{account} ต่างจากใบแจ้งยอดวันที่ {date} อยู่ {amount}'
  },
  'overview.look.rate': { en: '{commodity} has no rate on {date}', th: 'ไม่มีอัตราของ {commodity} ณ {date}' },
  'overview.look.sort': { en: 'Sort', th: 'จัดหมวด' },
  'overview.look.review': { en: 'Review', th: 'ตรวจ' },
  'overview.look.reconcile': { en: 'Reconcile', th: 'กระทบยอด' },
  'overview.look.add_rate': { en: 'Add rate', th: 'เพิ่มอัตรา' },

  'overview.start.write': { en: 'Write a transaction', th: 'บันทึกรายการเอง' },
  'overview.start.sample': { en: 'Look around in sample books', th: 'ลองดูสมุดบัญชีตัวอย่าง' }
} as const satisfies Record<string, Message>;
