import type { Message } from '../message.ts';

/** Kinds of accounts, the form that makes one, and currencies to choose from. */
export const accounts = {
  'account_kind.checking': { en: 'Current account', th: 'บัญชีกระแสรายวัน' },
  'account_kind.savings': { en: 'Savings account', th: 'บัญชีออมทรัพย์' },
  'account_kind.cash': { en: 'Cash', th: 'เงินสด' },
  'account_kind.wallet': { en: 'Wallet', th: 'กระเป๋าเงินอิเล็กทรอนิกส์' },
  'account_kind.brokerage': { en: 'Investments', th: 'บัญชีลงทุน' },
  'account_kind.receivable': { en: 'Owed to me', th: 'ลูกหนี้' },
  'account_kind.asset': { en: 'Other thing of value', th: 'ทรัพย์สินอื่น' },
  'account_kind.card': { en: 'Credit card', th: 'บัตรเครดิต' },
  'account_kind.loan': { en: 'Loan', th: 'เงินกู้' },
  'account_kind.payable': { en: 'Owed by me', th: 'เจ้าหนี้' },
  'account_kind.liability': { en: 'Other debt', th: 'หนี้สินอื่น' },
  'account_kind.income': { en: 'Income category', th: 'หมวดรายรับ' },
  'account_kind.expense': { en: 'Expense category', th: 'หมวดรายจ่าย' },

  'account_form.new': { en: 'New account', th: 'เพิ่มบัญชี' },
  'account_form.edit': { en: 'Edit {name}', th: 'แก้ไข {name}' },
  'account_form.add': { en: 'Add account', th: 'เพิ่มบัญชี' },
  'account_form.name': { en: 'Name', th: 'ชื่อ' },
  'account_form.name.holding': { en: 'Everyday account', th: 'บัญชีใช้จ่ายประจำวัน' },
  'account_form.name.category': { en: 'Groceries', th: 'ของสด' },
  'account_form.no_name': { en: 'Give it a name.', th: 'กรุณาตั้งชื่อ' },
  'account_form.colon': { en: 'A name cannot hold a colon; choose a group instead.', th: 'ชื่อใช้เครื่องหมาย : ไม่ได้ กรุณาเลือกกลุ่มแทน' },
  'account_form.taken': { en: 'There is one of this name in this group.', th: 'กลุ่มนี้มีชื่อนี้อยู่แล้ว' },
  'account_form.kind': { en: 'Kind', th: 'ประเภท' },
  'account_form.group': { en: 'Group', th: 'กลุ่ม' },
  'account_form.group.new': { en: 'Makes the group {group}.', th: 'สร้างกลุ่ม {group} ให้ด้วย' },
  'account_form.group.placeholder': { en: 'Choose, or type a new one', th: 'เลือก หรือพิมพ์ชื่อกลุ่มใหม่' },
  'account_form.top': { en: 'No group', th: 'ไม่อยู่ในกลุ่ม' },
  'account_form.currency': { en: 'Currency', th: 'สกุลเงิน' },
  'account_form.no_currency': { en: 'Choose the currency it is kept in.', th: 'กรุณาเลือกสกุลเงินของบัญชี' },
  'account_form.opening': { en: 'What it holds', th: 'ยอดเงินตั้งต้น' },
  'account_form.owed': { en: 'What is owed', th: 'ยอดหนี้ตั้งต้น' },
  'account_form.since': { en: 'On this day', th: 'ณ วันที่' },
  'account_form.number': { en: 'Number at the bank', th: 'เลขที่บัญชี' },
  'account_form.number.hint': { en: 'Statements find the account by it.', th: 'ใช้จับคู่ไฟล์รายการเดินบัญชีกับบัญชีนี้' },
  'account_form.note': { en: 'Note', th: 'บันทึกช่วยจำ' },

  'currency.placeholder': { en: 'Code or name', th: 'รหัสหรือชื่อสกุลเงิน' },
  'currency.historic': { en: 'No longer in use', th: 'เลิกใช้แล้ว' }
} as const satisfies Record<string, Message>;
