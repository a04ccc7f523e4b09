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

  'accounts.title': { en: 'Accounts', th: 'บัญชี' },
  'accounts.net_worth': { en: 'Net worth', th: 'ความมั่งคั่งสุทธิ' },
  'accounts.unvalued': {
    en: { one: '{count} account without a rate', other: '{count} accounts without a rate' },
    th: { other: '{count} บัญชียังไม่มีอัตราแลกเปลี่ยน' }
  },
  'accounts.name': { en: 'Account', th: 'บัญชี' },
  'accounts.reconciled': { en: 'Reconciled to', th: 'กระทบยอดถึง' },
  'accounts.never': { en: 'Never', th: 'ยังไม่เคย' },
  'accounts.balance': { en: 'Balance', th: 'ยอดคงเหลือ' },
  'accounts.worth': { en: 'In {currency}', th: 'เป็น {currency}' },
  'accounts.worth_now': { en: 'Worth', th: 'มูลค่า' },
  'accounts.no_rate': { en: 'no rate', th: 'ไม่มีอัตรา' },
  'accounts.more': { en: { one: '+{count} more', other: '+{count} more' }, th: { other: 'อีก {count}' } },
  'accounts.folders': { en: 'Groups', th: 'กลุ่ม' },
  'accounts.folder': { en: 'Group of accounts', th: 'กลุ่มบัญชี' },
  'accounts.state': { en: 'State', th: 'สถานะ' },
  'accounts.is_closed': { en: 'Closed', th: 'ปิดแล้ว' },
  'accounts.open': { en: 'Transactions', th: 'ดูรายการ' },
  'accounts.reconcile': { en: 'Reconcile', th: 'กระทบยอด' },
  'accounts.reconcile_named': { en: 'Reconcile {name}', th: 'กระทบยอด {name}' },
  'accounts.edit': { en: 'Edit', th: 'แก้ไข' },
  'accounts.close': { en: 'Close', th: 'ปิดบัญชี' },
  'accounts.reopen': { en: 'Reopen', th: 'เปิดใช้อีกครั้ง' },
  'accounts.remove': { en: 'Remove', th: 'ลบ' },
  'accounts.remove_named': { en: 'Remove {name}', th: 'ลบ {name}' },
  'accounts.added': { en: 'Added the account {name}', th: 'เพิ่มบัญชี {name} แล้ว' },
  'accounts.closed': { en: '{name} is closed and takes no new transactions', th: 'ปิด {name} แล้ว จะไม่รับรายการใหม่' },
  'accounts.reopened': { en: '{name} takes transactions again', th: 'เปิดใช้ {name} อีกครั้งแล้ว' },
  'accounts.kept.used': {
    en: { one: 'It has {count} transaction, so it cannot be removed: merge it into another, or close it.', other: 'It has {count} transactions, so it cannot be removed: merge it into another, or close it.' },
    th: { other: 'มี {count} รายการอยู่ จึงลบไม่ได้ รวมเข้ากับรายการอื่นหรือปิดการใช้งานแทน' }
  },
  'accounts.kept.below': {
    en: { one: '{count} other stands in it. Move that first to remove or merge it.', other: '{count} others stand in it. Move those first to remove or merge it.' },
    th: { other: 'มีอีก {count} รายการอยู่ภายใน ย้ายออกก่อนจึงจะลบหรือรวมได้' }
  },
  'accounts.empty.title': { en: 'Where is your money?', th: 'เงินของคุณอยู่ที่ไหนบ้าง' },
  'accounts.empty.text': {
    en: 'Add each bank account, card, wallet and loan with what it holds today. Or drop a statement: the import makes the account for you.',
    th: 'เพิ่มบัญชีธนาคาร บัตร กระเป๋าเงิน และเงินกู้ พร้อมยอดวันนี้ หรือนำเข้ารายการเดินบัญชี แล้วระบบจะสร้างบัญชีให้เอง'
  },
  'accounts.empty.import': { en: 'Import a statement', th: 'นำเข้ารายการเดินบัญชี' },

  'merge.open': { en: 'Merge', th: 'รวม' },
  'merge.title': { en: 'Merge {name}', th: 'รวม {name}' },
  'merge.into': { en: 'Into', th: 'รวมเข้ากับ' },
  'merge.placeholder': { en: 'Type any part of its name', th: 'พิมพ์บางส่วนของชื่อ' },
  'merge.missing': { en: 'Choose what it becomes one with.', th: 'กรุณาเลือกปลายทาง' },
  'merge.do': { en: 'Merge', th: 'รวม' },
  'merge.none': { en: 'There is no other like it to merge it into.', th: 'ไม่มีรายการชนิดเดียวกันให้รวมด้วย' },
  'merge.hint': {
    en: { one: '{count} transaction moves there, and {name} goes. One undo brings both back.', other: '{count} transactions move there, and {name} goes. One undo brings everything back.' },
    th: { other: 'ย้าย {count} รายการไปที่นั่นแล้วลบ {name} เลิกทำได้ในครั้งเดียว' }
  },

  'categories.title': { en: 'Categories', th: 'หมวด' },
  'categories.new': { en: 'New category', th: 'เพิ่มหมวด' },
  'categories.name': { en: 'Category', th: 'หมวด' },
  'categories.uses': { en: 'Transactions', th: 'จำนวนรายการ' },
  'categories.side.expense': { en: 'Expenses', th: 'รายจ่าย' },
  'categories.side.income': { en: 'Income', th: 'รายรับ' },
  'categories.empty.title': { en: 'What is your money for?', th: 'เงินของคุณใช้ทำอะไรบ้าง' },
  'categories.empty.text': {
    en: 'Categories say where money comes from and where it goes. Begin with a few broad ones; you can divide, merge and rename them whenever you like.',
    th: 'หมวดบอกว่าเงินมาจากไหนและไปไหน เริ่มจากหมวดกว้างๆ ไม่กี่หมวด แล้วแยก รวม หรือเปลี่ยนชื่อทีหลังได้เสมอ'
  },
  'category.close': { en: 'Stop using', th: 'เลิกใช้หมวด' },
  'category.reopen': { en: 'Use again', th: 'ใช้อีกครั้ง' },
  'category.added': { en: 'Added the category {name}', th: 'เพิ่มหมวด {name} แล้ว' },
  'category.edited': { en: 'Changed the category {name}', th: 'แก้ไขหมวด {name} แล้ว' },
  'category.removed': { en: 'Removed the category {name}', th: 'ลบหมวด {name} แล้ว' },
  'category.merged': { en: 'Merged the category {name} into {into}', th: 'รวมหมวด {name} เข้ากับ {into} แล้ว' },
  'category.fixed': {
    en: 'It takes whatever nobody has sorted yet, so it stays. Review sorts what is in it.',
    th: 'หมวดนี้เก็บรายการที่ยังไม่ได้จัดหมวด จึงลบหรือย้ายไม่ได้ จัดหมวดได้ที่หน้าตรวจทาน'
  },

  'currency.placeholder': { en: 'Code or name', th: 'รหัสหรือชื่อสกุลเงิน' },
  'currency.historic': { en: 'No longer in use', th: 'เลิกใช้แล้ว' }
} as const satisfies Record<string, Message>;
