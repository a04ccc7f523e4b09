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
  'reports.empty.title': { en: 'What you own, what you earn, what it costs', th: 'มีอะไรอยู่ หาได้เท่าไร ใช้ไปเท่าไร' },
  'reports.empty.text': {
    en: 'Income statement, balance sheet, net worth and cash flow for any period. Every figure opens the transactions behind it.',
    th: 'งบรายรับรายจ่าย งบดุล ความมั่งคั่งสุทธิ และกระแสเงินสดของทุกช่วงเวลา คลิกตัวเลขใดก็ได้เพื่อดูรายการที่อยู่เบื้องหลัง'
  },

  'settings.title': { en: 'Settings', th: 'ตั้งค่า' },
  'settings.appearance': { en: 'Appearance', th: 'การแสดงผล' },
  'settings.theme': { en: 'Theme', th: 'ธีม' },
  'settings.theme.system': { en: 'As the system', th: 'ตามระบบ' },
  'settings.theme.light': { en: 'Light', th: 'สว่าง' },
  'settings.theme.dark': { en: 'Dark', th: 'มืด' },
  'settings.language': { en: 'Language', th: 'ภาษา' },
  'settings.calendar': { en: 'Years', th: 'ปีที่แสดง' },
  'settings.calendar.gregory': { en: 'Gregorian', th: 'ค.ศ.' },
  'settings.calendar.buddhist': { en: 'Buddhist', th: 'พ.ศ.' },
  'settings.region': { en: 'Numbers and dates', th: 'รูปแบบตัวเลขและวันที่' },
  'settings.region.default': { en: 'As the language', th: 'ตามภาษา' },

  'welcome.title': { en: 'What would you like to do?', th: 'คุณอยากใช้ Coffer ทำอะไร' },
  'welcome.text': {
    en: 'Choose as many as you like. This decides which sections you see; you can change it at any time.',
    th: 'เลือกได้มากกว่าหนึ่งข้อ เพื่อกำหนดเมนูที่จะแสดง และเปลี่ยนภายหลังได้เสมอ'
  },
  'welcome.step.goals': { en: 'Goals', th: 'เป้าหมาย' },
  'welcome.step.start': { en: 'Ledger', th: 'สมุดบัญชี' },
  'welcome.goal.spending': { en: 'See where my money goes', th: 'ดูว่าเงินหายไปไหน' },
  'welcome.goal.spending.text': { en: 'Accounts, cards, categories and reports', th: 'บัญชี บัตร หมวด และรายงาน' },
  'welcome.goal.business': { en: 'Run a small business', th: 'ดูแลธุรกิจขนาดเล็ก' },
  'welcome.goal.business.text': { en: 'Books kept apart, tax and clients', th: 'แยกสมุดบัญชี ภาษี และลูกค้า' },
  'welcome.goal.currencies': { en: 'Live in several currencies', th: 'ใช้เงินหลายสกุล' },
  'welcome.goal.currencies.text': { en: 'Wallets, rates, gains and losses', th: 'กระเป๋าเงิน อัตราแลกเปลี่ยน กำไรขาดทุน' },
  'welcome.goal.wealth': { en: 'Build what I own', th: 'สร้างความมั่งคั่ง' },
  'welcome.goal.wealth.text': { en: 'Net worth, investments and loans', th: 'ความมั่งคั่งสุทธิ การลงทุน และสินเชื่อ' },
  'welcome.start.title': { en: 'Where do your books begin?', th: 'เริ่มสมุดบัญชีจากที่ไหนดี' },
  'welcome.start.text': {
    en: 'A ledger is one encrypted file on this computer. Nothing leaves it unless you send it.',
    th: 'สมุดบัญชีคือไฟล์เข้ารหัสหนึ่งไฟล์ในเครื่องนี้ ไม่มีข้อมูลใดออกไปจนกว่าคุณจะส่งเอง'
  },
  'welcome.create': { en: 'Create a new ledger', th: 'สร้างสมุดบัญชีใหม่' },
  'welcome.create.text': { en: 'Start empty, then drop in a statement', th: 'เริ่มจากว่าง แล้วลากรายการเดินบัญชีมาวาง' },
  'welcome.open': { en: 'Open a ledger', th: 'เปิดสมุดบัญชี' },
  'welcome.open.text': { en: 'From this computer or from a backup', th: 'จากเครื่องนี้หรือจากไฟล์สำรอง' },
  'welcome.sample': { en: 'Explore sample books', th: 'ลองดูสมุดบัญชีตัวอย่าง' },
  'welcome.sample.text': { en: 'Two years of a person and a small firm', th: 'สองปีของคนหนึ่งคนกับธุรกิจเล็กๆ' },

  'failure.missing': { en: 'There is nothing here', th: 'ไม่มีหน้านี้' },
  'failure.missing.text': { en: 'This place does not exist, or no longer does.', th: 'หน้านี้ไม่มีอยู่ หรือถูกลบไปแล้ว' },
  'failure.broken': { en: 'This screen could not be shown', th: 'แสดงหน้านี้ไม่ได้' },
  'failure.broken.text': { en: 'Your books are untouched. What went wrong: {reason}', th: 'สมุดบัญชีของคุณยังอยู่ครบ สาเหตุ: {reason}' },
  'failure.back': { en: 'Back to the overview', th: 'กลับไปหน้าภาพรวม' },

  'lock.title': { en: 'Your ledger is locked', th: 'สมุดบัญชีถูกล็อกอยู่' },
  'lock.text': { en: 'Nothing of it is readable until you unlock it.', th: 'ข้อมูลทั้งหมดอ่านไม่ได้จนกว่าจะปลดล็อก' },
  'lock.passphrase': { en: 'Passphrase', th: 'วลีรหัสผ่าน' },
  'lock.unlock': { en: 'Unlock', th: 'ปลดล็อก' }
} as const satisfies Record<string, Message>;
