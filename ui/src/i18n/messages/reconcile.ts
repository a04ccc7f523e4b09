import type { Message } from '../message.ts';

/** Agreeing an account with its statement. */
export const reconcile = {
  'reconcile.title': { en: 'Reconcile', th: 'กระทบยอด' },
  'reconcile.last': { en: 'Agreed up to {day}', th: 'กระทบยอดแล้วถึง {day}' },
  'reconcile.first': { en: 'Tick what is on the statement until nothing differs.', th: 'เลือกรายการที่อยู่ในใบแจ้งยอดจนไม่มีส่วนต่าง' },
  'reconcile.refused': { en: 'This account cannot be reconciled yet', th: 'ยังกระทบยอดบัญชีนี้ไม่ได้' },
  'reconcile.no_currency': {
    en: '{name} is not kept in one currency, and a statement has one balance. Choose its currency, then reconcile that part of it.',
    th: '{name} ไม่ได้กำหนดสกุลเงินไว้ แต่ใบแจ้งยอดมียอดเดียว เลือกสกุลเงินของบัญชีก่อน แล้วจึงกระทบยอดส่วนนั้น'
  },
  'reconcile.statement': { en: 'Statement', th: 'ใบแจ้งยอด' },
  'reconcile.day': { en: 'Statement to', th: 'ใบแจ้งยอดถึงวันที่' },
  'reconcile.early': { en: 'Statements agree up to {day} already.', th: 'กระทบยอดถึง {day} ไปแล้ว' },
  'reconcile.balance': { en: 'Closing balance', th: 'ยอดคงเหลือปลายงวด' },
  'reconcile.owed': { en: 'Amount owed', th: 'ยอดที่ต้องชำระ' },
  'reconcile.placeholder': { en: 'As printed', th: 'ตามใบแจ้งยอด' },
  'reconcile.stated': { en: 'Statement', th: 'ใบแจ้งยอด' },
  'reconcile.ticked': { en: { one: 'Ticked ({count})', other: 'Ticked ({count})' }, th: { other: 'เลือกไว้ ({count})' } },
  'reconcile.difference': { en: 'Difference', th: 'ส่วนต่าง' },
  'reconcile.none': { en: 'Nothing differs', th: 'ยอดตรงกัน' },
  'reconcile.lock': { en: 'Agree and lock', th: 'ยืนยันและล็อก' },
  'reconcile.later': { en: 'Finish later', th: 'ไว้ทำต่อ' },
  'reconcile.noted': { en: 'The balance is noted; go on whenever you like', th: 'จดยอดไว้แล้ว กลับมาทำต่อได้ทุกเมื่อ' },
  'reconcile.rows': { en: 'Transactions not reconciled', th: 'รายการที่ยังไม่กระทบยอด' },
  'reconcile.on_statement': { en: 'On the statement', th: 'อยู่ในใบแจ้งยอด' },
  'reconcile.tick_named': { en: '{payee} is on the statement', th: '{payee} อยู่ในใบแจ้งยอด' },
  'reconcile.tick_row': { en: 'Tick the row and go on', th: 'เลือกแถวแล้วไปแถวถัดไป' },
  'reconcile.all': { en: 'Tick everything', th: 'เลือกทั้งหมด' },
  'reconcile.nothing': { en: 'Untick everything', th: 'ไม่เลือกทั้งหมด' },
  'reconcile.to_balance': { en: 'Enter the balance', th: 'ใส่ยอดคงเหลือ' },
  'reconcile.to_register': { en: 'Transactions', th: 'ดูรายการ' },
  'reconcile.add': { en: 'Add what is missing', th: 'เพิ่มรายการที่ขาด' },
  'reconcile.added': { en: 'Added and ticked: {payee}', th: 'เพิ่มและเลือก {payee} แล้ว' },
  'reconcile.empty.title': { en: 'Everything up to this day is reconciled', th: 'กระทบยอดครบถึงวันนี้แล้ว' },
  'reconcile.empty.text': {
    en: 'Nothing is left to tick. Choose a later day, or import the next statement.',
    th: 'ไม่มีรายการให้เลือกแล้ว เลือกวันที่ถัดไป หรือนำเข้าใบแจ้งยอดงวดถัดไป'
  },

  'reconcile.fresh.title': { en: 'Nothing to tick up to this day', th: 'ยังไม่มีรายการถึงวันนี้' },
  'reconcile.fresh.text': {
    en: 'This account has no transactions up to the day of the statement. Import the statement, or add what is on it.',
    th: 'บัญชีนี้ยังไม่มีรายการถึงวันที่ในใบแจ้งยอด นำเข้าใบแจ้งยอด หรือเพิ่มรายการเอง'
  },

  'reconcile.hints': { en: 'What may be behind the difference', th: 'สาเหตุที่เป็นไปได้ของส่วนต่าง' },
  'reconcile.hint.tick': { en: '{payee} on {day} is exactly the difference ({amount}). Is it on the statement?', th: '{payee} วันที่ {day} เท่ากับส่วนต่างพอดี ({amount}) อยู่ในใบแจ้งยอดหรือไม่' },
  'reconcile.hint.untick': { en: '{payee} on {day} is exactly what is too much ({amount}). Perhaps it is not on this statement.', th: '{payee} วันที่ {day} เท่ากับยอดที่เกินพอดี ({amount}) อาจไม่อยู่ในใบแจ้งยอดนี้' },
  'reconcile.hint.double': { en: '{payee} ({amount}) is there on {day} and on {twin}. It may have been entered twice.', th: '{payee} ({amount}) มีทั้งวันที่ {day} และ {twin} อาจบันทึกซ้ำ' },
  'reconcile.hint.sign': { en: '{payee} on {day} ({amount}) would fit with the opposite sign.', th: '{payee} วันที่ {day} ({amount}) จะพอดีถ้ากลับเครื่องหมายรับจ่าย' },
  'reconcile.hint.digits': { en: '{payee} on {day}: {amount} may be {other}, with two digits the other way round.', th: '{payee} วันที่ {day}: {amount} อาจเป็น {other} เพราะสลับเลขสองหลัก' },
  'reconcile.hint.pair': { en: '{first} and {second} together are exactly the difference.', th: '{first} กับ {second} รวมกันเท่ากับส่วนต่างพอดี' },
  'reconcile.hint.missing': { en: 'No row explains it. A transaction of {amount} may be missing.', th: 'ไม่มีแถวใดอธิบายได้ อาจขาดรายการ {amount}' },
  'reconcile.tick_it': { en: 'Tick it', th: 'เลือกรายการนี้' },
  'reconcile.tick_both': { en: 'Tick both', th: 'เลือกทั้งคู่' },
  'reconcile.untick_it': { en: 'Untick it', th: 'เอาออก' },
  'reconcile.show_it': { en: 'Show it', th: 'ดูรายการนี้' },

  'reconcile.past': { en: 'Earlier statements', th: 'ใบแจ้งยอดก่อนหน้า' },
  'reconcile.state.agreed': { en: 'Agreed and locked', th: 'ยืนยันและล็อกแล้ว' },
  'reconcile.state.matches': { en: 'Matches the books', th: 'ตรงกับสมุดบัญชี' },
  'reconcile.state.differs': { en: 'Differs by', th: 'ต่างกัน' },
  'reconcile.resume': { en: 'Go on', th: 'ทำต่อ' },
  'reconcile.reopen': { en: 'Reopen', th: 'เปิดแก้ไขอีกครั้ง' },
  'reconcile.reopened': { en: 'The statement to {day} is open again', th: 'เปิดใบแจ้งยอดถึง {day} อีกครั้งแล้ว' }
} as const satisfies Record<string, Message>;
