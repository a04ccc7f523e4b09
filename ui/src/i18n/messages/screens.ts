import type { Message } from '../message.ts';

/** Screens as they are before there is anything in them, first start, lock and settings. */
export const screens = {
  'overview.title': { en: 'Overview', th: 'ภาพรวม' },
  'overview.empty.title': { en: 'Drop a bank statement here', th: 'ลากไฟล์รายการเดินบัญชีมาวางที่นี่' },
  'overview.empty.text': {
    en: 'Coffer reads it, shows you every row, and then this screen tells you where your money is and where it went.',
    th: 'Coffer จะอ่านไฟล์และให้คุณตรวจทุกแถวก่อน แล้วหน้านี้จะบอกว่าเงินของคุณอยู่ที่ไหนและใช้ไปกับอะไร'
  },

  'transactions.title': { en: 'Transactions', th: 'รายการ' },
  'transactions.empty.title': { en: 'Every movement of money, in one list', th: 'ทุกความเคลื่อนไหวของเงินอยู่ในรายการเดียว' },
  'transactions.empty.text': {
    en: 'Import a statement or write the first transaction by hand. Search, edit, split and reconcile happen here.',
    th: 'นำเข้ารายการเดินบัญชี หรือบันทึกรายการแรกด้วยตัวเอง แล้วค้นหา แก้ไข แยกรายการ และกระทบยอดได้ที่หน้านี้'
  },
  'account.title': { en: 'Account', th: 'บัญชี' },

  'reports.title': { en: 'Reports', th: 'รายงาน' },

  'failure.missing': { en: 'There is nothing here', th: 'ไม่มีหน้านี้' },
  'failure.missing.text': { en: 'This place does not exist, or no longer does.', th: 'หน้านี้ไม่มีอยู่ หรือถูกลบไปแล้ว' },
  'failure.broken': { en: 'This screen could not be shown', th: 'แสดงหน้านี้ไม่ได้' },
  'failure.broken.text': { en: 'Your books are untouched. What went wrong: {reason}', th: 'สมุดบัญชีของคุณยังอยู่ครบ สาเหตุ: {reason}' },
  'failure.back': { en: 'Back to the overview', th: 'กลับไปหน้าภาพรวม' }
} as const satisfies Record<string, Message>;
