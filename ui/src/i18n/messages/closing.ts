import type { Message } from '../message.ts';

/** Closing periods, so that nothing in them changes any more. */
export const closing = {
  'closing.title': { en: 'Closing', th: 'ปิดงวดบัญชี' },
  'closing.nothing': { en: 'Nothing is closed yet', th: 'ยังไม่ได้ปิดงวดใด' },
  'closing.nothing.text': {
    en: 'Close a period once it is agreed with its statements: figures you have reported then stay as they are.',
    th: 'ปิดงวดเมื่อกระทบยอดครบแล้ว เพื่อให้ตัวเลขที่รายงานไปแล้วไม่เปลี่ยนอีก'
  },
  'closing.through': { en: 'Closed through {day}', th: 'ปิดงวดแล้วถึงวันที่ {day}' },
  'closing.through.text': {
    en: 'Nothing up to that day can be added, changed or deleted. Whoever tries is told so and led here.',
    th: 'เพิ่ม แก้ไข หรือลบรายการถึงวันดังกล่าวไม่ได้ หากมีการแก้ไข ระบบจะแจ้งและพามาที่หน้านี้'
  },
  'closing.open_all': { en: 'Reopen everything', th: 'เปิดทุกงวด' },
  'closing.form': { en: 'Close a period', th: 'ปิดงวด' },
  'closing.form.day': { en: 'Close through', th: 'ปิดถึงวันที่' },
  'closing.close': { en: 'Close through {day}', th: 'ปิดงวดถึง {day}' },
  'closing.close_plain': { en: 'Close', th: 'ปิดงวด' },
  'closing.not_ended': { en: 'Only days that have ended can be closed.', th: 'ปิดได้เฉพาะวันที่ผ่านไปแล้ว' },
  'closing.closed_already': { en: 'The books are closed through this day already.', th: 'ปิดงวดถึงวันนี้แล้ว' },
  'closing.locks': { en: { one: 'Locks {count} transaction.', other: 'Locks {count} transactions.' }, th: { other: 'ล็อก {count} รายการ' } },
  'closing.locks.text': { en: 'You can open the period again at any time.', th: 'เปิดงวดอีกครั้งได้ทุกเมื่อ' },
  'closing.all_reconciled': { en: 'All of them are agreed with statements.', th: 'กระทบยอดครบทุกรายการแล้ว' },
  'closing.remain': { en: 'Some are not agreed with a statement yet:', th: 'ยังมีรายการที่ไม่ได้กระทบยอด:' },
  'closing.remain.list': { en: 'The newest that no statement has agreed', th: 'รายการล่าสุดที่ยังไม่กระทบยอด' },
  'closing.remain.pending': { en: { one: '{count} pending', other: '{count} pending' }, th: { other: 'รอดำเนินการ {count} รายการ' } },
  'closing.remain.cleared': { en: { one: '{count} cleared, not reconciled', other: '{count} cleared, not reconciled' }, th: { other: 'ผ่านแล้วแต่ยังไม่กระทบยอด {count} รายการ' } },
  'closing.remain.unsorted': { en: { one: '{count} uncategorised', other: '{count} uncategorised' }, th: { other: 'ยังไม่จัดหมวด {count} รายการ' } },
  'closing.months': { en: 'Months', th: 'รายเดือน' },
  'closing.month': { en: 'Month', th: 'เดือน' },
  'closing.transactions': { en: 'Transactions', th: 'รายการ' },
  'closing.unreconciled': { en: 'Not reconciled', th: 'ยังไม่กระทบยอด' },
  'closing.none': { en: 'None', th: 'ไม่มี' },
  'closing.state': { en: 'State', th: 'สถานะ' },
  'closing.state.closed': { en: 'Closed', th: 'ปิดแล้ว' },
  'closing.state.partly': { en: 'Partly closed', th: 'ปิดบางส่วน' },
  'closing.state.open': { en: 'Open', th: 'เปิดอยู่' },
  'closing.state.running': { en: 'Running', th: 'งวดปัจจุบัน' },
  'closing.reopen': { en: 'Reopen from {month} on', th: 'เปิดตั้งแต่ {month}' },
  'closing.show': { en: '{figure} transactions of {month}', th: '{figure} รายการของ {month}' },
  'closing.done.closed': { en: 'Closed through {day}', th: 'ปิดงวดถึงวันที่ {day} แล้ว' },
  'closing.done.open': { en: 'The books are open again', th: 'เปิดงวดบัญชีทั้งหมดแล้ว' },
  'closing.go': { en: 'Go to Closing', th: 'ไปหน้าปิดงวด' },
  'closing.empty.title': { en: 'Periods are closed here', th: 'ปิดงวดบัญชีที่หน้านี้' },
  'closing.empty.text': {
    en: 'Once the books hold transactions, close each month that is agreed: nothing in it can change by mistake any more.',
    th: 'เมื่อมีรายการแล้ว ให้ปิดทีละเดือนหลังกระทบยอด เพื่อไม่ให้ข้อมูลเปลี่ยนโดยไม่ตั้งใจ'
  }
} as const satisfies Record<string, Message>;
