import type { Message } from '../message.ts';

/** First start, and the door of a ledger that is locked or would not open. */
export const session = {
  'welcome.steps': { en: 'Steps', th: 'ขั้นตอน' },
  'welcome.step.goals': { en: 'Goals', th: 'เป้าหมาย' },
  'welcome.step.start': { en: 'Ledger', th: 'สมุดบัญชี' },
  'welcome.step.phrase': { en: 'Recovery', th: 'วลีกู้คืน' },
  'welcome.title': { en: 'What would you like to do?', th: 'คุณอยากใช้ Coffer ทำอะไร' },
  'welcome.text': {
    en: 'Choose as many as you like. This decides which sections you see; you can change it at any time.',
    th: 'เลือกได้มากกว่าหนึ่งข้อ เพื่อกำหนดเมนูที่จะแสดง และเปลี่ยนภายหลังได้เสมอ'
  },
  'welcome.goal.track': { en: 'See where my money goes', th: 'ดูว่าเงินหายไปไหน' },
  'welcome.goal_text.track': { en: 'Accounts, cards, categories and reports', th: 'บัญชี บัตร หมวด และรายงาน' },
  'welcome.goal.currencies': { en: 'Live in several currencies', th: 'ใช้เงินหลายสกุล' },
  'welcome.goal_text.currencies': { en: 'Wallets, exchange rates, one total', th: 'กระเป๋าเงิน อัตราแลกเปลี่ยน รวมเป็นยอดเดียว' },
  'welcome.goal.invest': { en: 'Build what I own', th: 'สร้างความมั่งคั่ง' },
  'welcome.goal_text.invest': { en: 'Net worth, holdings and their prices', th: 'ความมั่งคั่งสุทธิ สินทรัพย์ลงทุนและราคา' },
  'welcome.goal.business': { en: 'Run a small business', th: 'ดูแลธุรกิจขนาดเล็ก' },
  'welcome.goal_text.business': { en: 'Clean books, statements, closed periods', th: 'สมุดบัญชีที่ตรวจสอบได้ งบการเงิน และการปิดงวด' },

  'welcome.start.title': { en: 'Where do your books begin?', th: 'เริ่มสมุดบัญชีจากที่ไหนดี' },
  'welcome.start.text': {
    en: 'A ledger is one encrypted file on this computer. Nothing leaves it unless you send it.',
    th: 'สมุดบัญชีคือไฟล์เข้ารหัสหนึ่งไฟล์ในเครื่องนี้ ไม่มีข้อมูลใดออกไปจนกว่าคุณจะส่งเอง'
  },
  'welcome.create': { en: 'Create a new ledger', th: 'สร้างสมุดบัญชีใหม่' },
  'welcome.create.text': { en: 'With categories to start from; then drop in a statement', th: 'มีหมวดเริ่มต้นให้ แล้วลากไฟล์รายการเดินบัญชีมาวางได้เลย' },
  'welcome.open': { en: 'Open a ledger', th: 'เปิดสมุดบัญชี' },
  'welcome.open.text': { en: 'A file that Coffer made, on this computer or a drive', th: 'ไฟล์ที่สร้างด้วย Coffer ในเครื่องนี้หรือในไดรฟ์' },
  'welcome.sample': { en: 'Explore sample books', th: 'ลองดูสมุดบัญชีตัวอย่าง' },
  'welcome.sample.text': {
    en: 'Two years of a made-up person and a small firm, in several currencies',
    th: 'สองปีของบุคคลและธุรกิจเล็กๆ ที่สมมติขึ้น ใช้เงินหลายสกุล'
  },
  'welcome.sample.making': { en: 'Making two years of sample books…', th: 'กำลังสร้างสมุดบัญชีตัวอย่างสองปี…' },
  'welcome.recent': { en: 'Opened lately', th: 'เปิดล่าสุด' },
  'welcome.recent.gone': { en: 'The file is not where it was', th: 'ไม่พบไฟล์ที่ตำแหน่งเดิม' },
  'welcome.recent.forget': { en: 'Take {name} off this list', th: 'นำ {name} ออกจากรายการนี้' },

  'create.title': { en: 'Create your ledger', th: 'สร้างสมุดบัญชีของคุณ' },
  'create.text': { en: 'Its name, currency and password can be changed at any time.', th: 'เปลี่ยนชื่อ สกุลเงิน และรหัสผ่านได้ทุกเมื่อ' },
  'create.name': { en: 'Name', th: 'ชื่อสมุดบัญชี' },
  'create.name.example': { en: 'My books', th: 'สมุดบัญชีของฉัน' },
  'create.name.missing': { en: 'Give it a name.', th: 'กรุณาตั้งชื่อ' },
  'create.currency': { en: 'Home currency', th: 'สกุลเงินหลัก' },
  'create.currency.hint': { en: 'Totals are shown in it. Accounts can be in any.', th: 'ใช้แสดงยอดรวม แต่ละบัญชีใช้สกุลเงินอื่นได้' },
  'create.currency.missing': { en: 'Choose the currency you count in.', th: 'กรุณาเลือกสกุลเงินที่ใช้เป็นหลัก' },
  'create.place': { en: 'Kept in this file', th: 'เก็บไว้ในไฟล์นี้' },
  'create.place.choose': { en: 'Choose another folder', th: 'เลือกโฟลเดอร์อื่น' },
  'create.accounts': { en: 'Accounts to begin with', th: 'บัญชีเริ่มต้น' },
  'create.accounts.hint': { en: 'A statement makes its own account when you import it.', th: 'เมื่อนำเข้ารายการเดินบัญชี ระบบจะสร้างบัญชีให้เอง' },
  'create.account.checking': { en: 'Everyday account', th: 'บัญชีใช้จ่าย' },
  'create.account.savings': { en: 'Savings', th: 'บัญชีออมทรัพย์' },
  'create.account.cash': { en: 'Cash', th: 'เงินสด' },
  'create.account.card': { en: 'Credit card', th: 'บัตรเครดิต' },
  'create.password': { en: 'Ask for a password at the start', th: 'ถามรหัสผ่านทุกครั้งที่เปิด' },
  'create.password.hint': {
    en: 'Without one, whoever uses your account on this computer can open the books.',
    th: 'หากไม่ตั้ง ผู้ที่ใช้บัญชีผู้ใช้เครื่องนี้ของคุณจะเปิดสมุดบัญชีได้'
  },
  'create.do': { en: 'Create the ledger', th: 'สร้างสมุดบัญชี' },
  'create.no_keychain': {
    en: 'The key could not be put into the keychain. Until it can, the recovery phrase is the only way to open this ledger. {reason}',
    th: 'เก็บกุญแจในพวงกุญแจของระบบไม่ได้ ระหว่างนี้ต้องใช้วลีกู้คืนเพื่อเปิดสมุดบัญชีนี้เท่านั้น {reason}'
  },
  'create.unfinished': {
    en: 'The ledger is there, but not all of it could be set up: {reason}',
    th: 'สร้างสมุดบัญชีแล้ว แต่ตั้งค่าไม่ครบ: {reason}'
  },
  'password.new': { en: 'Password', th: 'รหัสผ่าน' },
  'password.again': { en: 'The same again', th: 'พิมพ์อีกครั้ง' },
  'password.short': { en: 'Use at least four characters.', th: 'ใช้อย่างน้อยสี่ตัวอักษร' },
  'password.differ': { en: 'The two are not the same.', th: 'รหัสผ่านไม่ตรงกัน' },

  'phrase.title': { en: 'Write down your recovery phrase', th: 'จดวลีกู้คืนของคุณ' },
  'phrase.text': {
    en: 'These 24 words open your ledger if this computer is lost or its keychain is. They are shown only now.',
    th: 'คำ 24 คำนี้ใช้เปิดสมุดบัญชีเมื่อเครื่องหายหรือพวงกุญแจใช้ไม่ได้ ระบบแสดงให้เห็นเพียงครั้งนี้เท่านั้น'
  },
  'phrase.how': {
    en: 'Pen and paper, in this order, kept where you keep documents. Not a photo, a print or a file: whoever finds the words can read your books, and nobody can give them to you again.',
    th: 'จดด้วยปากกาลงกระดาษตามลำดับ แล้วเก็บไว้กับเอกสารสำคัญ อย่าถ่ายรูป พิมพ์ หรือบันทึกเป็นไฟล์ เพราะผู้ที่ได้คำเหล่านี้ไปจะอ่านสมุดบัญชีของคุณได้ และไม่มีใครออกให้ใหม่ได้'
  },
  'phrase.written': { en: 'I have written them down', th: 'จดเรียบร้อยแล้ว' },
  'phrase.check.title': { en: 'Check what you wrote', th: 'ตรวจสิ่งที่จดไว้' },
  'phrase.check.text': { en: 'Type these three words from your paper.', th: 'พิมพ์สามคำนี้จากกระดาษที่จดไว้' },
  'phrase.check.word': { en: 'Word {count}', th: 'คำที่ {count}' },
  'phrase.check.wrong': { en: 'That is another word. Look at your paper again.', th: 'ไม่ใช่คำนี้ ลองดูในกระดาษอีกครั้ง' },
  'phrase.check.back': { en: 'Show the words again', th: 'ดูคำอีกครั้ง' },
  'phrase.check.do': { en: 'Open my ledger', th: 'เปิดสมุดบัญชี' },

  'door.title.locked': { en: '{name} is locked', th: '{name} ถูกล็อกอยู่' },
  'door.text.locked': { en: 'Nothing of it is readable until you unlock it.', th: 'ข้อมูลทั้งหมดอ่านไม่ได้จนกว่าจะปลดล็อก' },
  'door.title.no_key': { en: '{name} needs its recovery phrase', th: '{name} ต้องใช้วลีกู้คืน' },
  'door.text.no_key': {
    en: 'The keychain of this computer has no key for it: it comes from another computer, or the key was deleted. Once opened with the phrase, it opens by itself again.',
    th: 'พวงกุญแจของเครื่องนี้ไม่มีกุญแจของสมุดบัญชีนี้ อาจมาจากเครื่องอื่นหรือกุญแจถูกลบไป เมื่อเปิดด้วยวลีกู้คืนครั้งหนึ่งแล้ว ครั้งต่อไปจะเปิดได้เอง'
  },
  'door.title.no_keychain': { en: '{name} needs its recovery phrase', th: '{name} ต้องใช้วลีกู้คืน' },
  'door.text.no_keychain': {
    en: 'This system has no keychain that Coffer can use, so it cannot remember the key. With a keychain set up, the ledger opens by itself.',
    th: 'ระบบนี้ไม่มีพวงกุญแจที่ Coffer ใช้ได้ จึงจำกุญแจไว้ไม่ได้ หากตั้งค่าพวงกุญแจแล้ว สมุดบัญชีจะเปิดได้เอง'
  },
  'door.title.keychain_locked': { en: 'The keychain is locked', th: 'พวงกุญแจของระบบถูกล็อกอยู่' },
  'door.text.keychain_locked': {
    en: 'The key of this ledger is in the keychain of this computer. Unlock the keychain, then try again.',
    th: 'กุญแจของสมุดบัญชีนี้อยู่ในพวงกุญแจของเครื่อง กรุณาปลดล็อกพวงกุญแจแล้วลองอีกครั้ง'
  },
  'door.title.wrong_key': { en: '{name} does not open with this key', th: 'กุญแจนี้เปิด {name} ไม่ได้' },
  'door.text.wrong_key': {
    en: 'Either the file has another recovery phrase than the key is from, a newer or an older one, and that phrase opens it; or the file is damaged, and a backup can take its place.',
    th: 'ไฟล์นี้อาจใช้วลีกู้คืนอื่นที่ใหม่กว่าหรือเก่ากว่ากุญแจที่มี ซึ่งเปิดได้ด้วยวลีนั้น หรือไฟล์อาจเสียหาย ซึ่งแทนที่ด้วยไฟล์สำรองได้'
  },
  'door.title.damaged': { en: '{name} is damaged', th: '{name} เสียหาย' },
  'door.text.damaged': {
    en: 'The file cannot be trusted as it is. Put the newest backup in its place; the damaged file is kept beside it.',
    th: 'ไฟล์ในสภาพนี้เชื่อถือไม่ได้ ใช้ไฟล์สำรองล่าสุดแทนได้ โดยไฟล์ที่เสียหายจะเก็บไว้ข้างกัน'
  },
  'door.title.newer': { en: '{name} needs a newer Coffer', th: '{name} ต้องใช้ Coffer รุ่นใหม่กว่า' },
  'door.text.newer': {
    en: 'A newer version wrote this ledger. Update Coffer, then open it again; nothing was changed.',
    th: 'สมุดบัญชีนี้บันทึกด้วยรุ่นใหม่กว่า กรุณาอัปเดต Coffer แล้วเปิดอีกครั้ง ข้อมูลไม่ถูกแก้ไข'
  },
  'door.title.busy': { en: '{name} is open elsewhere', th: '{name} เปิดอยู่ที่อื่น' },
  'door.text.busy': { en: 'Another program works in it ({holder}). Close it there, then try again.', th: 'มีโปรแกรมอื่นใช้งานอยู่ ({holder}) กรุณาปิดก่อนแล้วลองอีกครั้ง' },
  'door.title.gone': { en: '{name} is not where it was', th: 'ไม่พบ {name} ที่ตำแหน่งเดิม' },
  'door.text.gone': {
    en: 'The file was moved, renamed or deleted, or its drive is not connected. Open it from where it is now.',
    th: 'ไฟล์ถูกย้าย เปลี่ยนชื่อ หรือลบ หรือไดรฟ์ยังไม่ได้ต่อ กรุณาเปิดจากตำแหน่งปัจจุบัน'
  },
  'door.title.not_a_ledger': { en: '{name} is not a ledger', th: '{name} ไม่ใช่สมุดบัญชี' },
  'door.text.not_a_ledger': {
    en: 'This file was not made by Coffer, or was cut short on the way here. Statements from a bank are imported instead.',
    th: 'ไฟล์นี้ไม่ได้สร้างด้วย Coffer หรือไฟล์ไม่ครบ หากเป็นรายการเดินบัญชีจากธนาคาร ให้ใช้การนำเข้าแทน'
  },
  'door.title.failed': { en: '{name} could not be opened', th: 'เปิด {name} ไม่สำเร็จ' },
  'door.password': { en: 'Password', th: 'รหัสผ่าน' },
  'door.unlock': { en: 'Unlock', th: 'ปลดล็อก' },
  'door.open': { en: 'Open the ledger', th: 'เปิดสมุดบัญชี' },
  'door.phrase': { en: 'Recovery phrase', th: 'วลีกู้คืน' },
  'door.phrase.count': { en: '{count} of 24 words', th: 'พิมพ์แล้ว {count} จาก 24 คำ' },
  'door.phrase.slow': { en: 'Checking the words takes a moment, on purpose.', th: 'การตรวจวลีใช้เวลาสักครู่ เพื่อความปลอดภัย' },
  'door.way.key': { en: 'Use the keychain', th: 'ใช้พวงกุญแจ' },
  'door.way.password': { en: 'Use the password', th: 'ใช้รหัสผ่าน' },
  'door.way.phrase': { en: 'Use the recovery phrase', th: 'ใช้วลีกู้คืน' },
  'door.way.backup': { en: 'Look at the backups', th: 'ดูไฟล์สำรอง' },
  'door.backups': { en: 'Backups, newest first', th: 'ไฟล์สำรอง เรียงจากล่าสุด' },
  'door.backup.restore': { en: 'Put in place', th: 'ใช้ไฟล์นี้' },
  'door.backup.restore_named': { en: 'Put in place: backup of {at}', th: 'ใช้ไฟล์นี้: สำรองเมื่อ {at}' },
  'door.backup.chosen': { en: 'Backup of {at}', th: 'ไฟล์สำรองเมื่อ {at}' },
  'door.backup.other': { en: 'Choose another backup', th: 'เลือกไฟล์สำรองอื่น' },
  'door.backup.all': { en: 'Show all {count}', th: 'ดูทั้ง {count} ไฟล์' },
  'door.backup.none': {
    en: 'There are no backups beside this ledger. If you keep copies elsewhere, open one of them.',
    th: 'ไม่มีไฟล์สำรองข้างสมุดบัญชีนี้ หากเก็บสำเนาไว้ที่อื่น ให้เปิดสำเนานั้น'
  },
  'door.backup.note': { en: 'Every backup was checked when it was made.', th: 'ไฟล์สำรองทุกไฟล์ผ่านการตรวจสอบตอนที่สร้าง' }
} as const satisfies Record<string, Message>;
