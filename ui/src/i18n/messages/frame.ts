import type { Message } from '../message.ts';

/** The window around every screen: navigation, top bar, palette, activity, keys. */
export const frame = {
  'frame.accounts': { en: 'Accounts', th: 'บัญชี' },
  'frame.balances': { en: 'Balances', th: 'ยอดเงินในบัญชี' },
  'frame.navigation': { en: 'Sections and accounts', th: 'เมนูและบัญชี' },
  'frame.search': { en: 'Search or run a command', th: 'ค้นหา หรือพิมพ์คำสั่ง' },
  'frame.skip': { en: 'Skip to content', th: 'ข้ามไปยังเนื้อหา' },

  'sidebar.bank': { en: 'Cash and bank', th: 'เงินสดและธนาคาร' },
  'sidebar.cards': { en: 'Cards', th: 'บัตรเครดิต' },
  'sidebar.wallets': { en: 'Wallets', th: 'กระเป๋าเงิน' },
  'sidebar.investments': { en: 'Investments', th: 'การลงทุน' },
  'sidebar.assets': { en: 'Other property', th: 'ทรัพย์สินอื่น' },
  'sidebar.receivable': { en: 'Owed to me', th: 'ลูกหนี้' },
  'sidebar.debts': { en: 'Loans and debts', th: 'หนี้สิน' },

  'section.overview': { en: 'Overview', th: 'ภาพรวม' },
  'section.transactions': { en: 'Transactions', th: 'รายการ' },
  'section.accounts': { en: 'Accounts', th: 'บัญชี' },
  'section.review': { en: 'Review', th: 'ตรวจทาน' },
  'section.categories': { en: 'Categories', th: 'หมวด' },
  'section.payees': { en: 'Payees and tags', th: 'ผู้รับเงินและป้าย' },
  'section.rates': { en: 'Rates', th: 'อัตราแลกเปลี่ยน' },
  'section.closing': { en: 'Closing', th: 'ปิดงวด' },
  'section.rules': { en: 'Rules', th: 'กฎจัดหมวด' },
  'section.import': { en: 'Import', th: 'นำเข้า' },
  'section.reports': { en: 'Reports', th: 'รายงาน' },
  'section.settings': { en: 'Settings', th: 'ตั้งค่า' },

  'activity.cancel_named': { en: 'Cancel: {title}', th: 'ยกเลิก: {title}' },
  'activity.far': { en: '{done} of {total}', th: '{done} จาก {total}' },
  'activity.far_and_left': { en: '{far}, {left}', th: '{far} และ{left}' },
  'activity.left.seconds': { en: { one: 'about {count} second left', other: 'about {count} seconds left' }, th: { other: 'เหลืออีกราว {count} วินาที' } },
  'activity.left.minutes': { en: { one: 'about {count} minute left', other: 'about {count} minutes left' }, th: { other: 'เหลืออีกราว {count} นาที' } },
  'activity.kind.import': { en: 'Import', th: 'นำเข้า' },
  'activity.kind.import.named': { en: 'Import of {file}', th: 'นำเข้า {file}' },
  'activity.kind.sample': { en: 'Sample books', th: 'สร้างสมุดบัญชีตัวอย่าง' },
  'activity.kind.undo': { en: 'Undo', th: 'เลิกทำ' },
  'activity.kind.schedule': { en: 'Scheduled transactions', th: 'รายการตามกำหนด' },
  'activity.kind.backup': { en: 'Backup', th: 'สำรองข้อมูล' },
  'activity.kind.check': { en: 'Check of the books', th: 'ตรวจสอบสมุดบัญชี' },
  'activity.kind.export': { en: 'Export', th: 'ส่งออก' },
  'activity.clear': { en: 'Clear finished', th: 'ล้างที่เสร็จแล้ว' },
  'activity.failed': { en: 'Something failed', th: 'มีงานที่ไม่สำเร็จ' },
  'activity.idle': { en: 'All done', th: 'ไม่มีงานค้าง' },
  'activity.label': { en: 'Activity', th: 'กิจกรรม' },
  'activity.none': {
    en: 'Imports, backups and exports show here while they run, with a way to cancel and to undo.',
    th: 'การนำเข้า การสำรองข้อมูล และการส่งออกที่กำลังทำงานจะแสดงที่นี่ ยกเลิกหรือเลิกทำได้'
  },
  'activity.running': { en: { one: '{count} task running', other: '{count} tasks running' }, th: { other: 'กำลังทำ {count} งาน' } },
  'activity.state.canceled': { en: 'Canceled', th: 'ยกเลิกแล้ว' },
  'activity.state.done': { en: 'Done', th: 'เสร็จแล้ว' },
  'activity.state.failed': { en: 'Failed', th: 'ไม่สำเร็จ' },
  'activity.undo_named': { en: 'Undo: {title}', th: 'เลิกทำ: {title}' },

  'palette.label': { en: 'Search or run a command', th: 'ค้นหา หรือพิมพ์คำสั่ง' },
  'palette.move': { en: 'to move', th: 'เลื่อน' },
  'palette.none': { en: 'Nothing found for “{query}”', th: 'ไม่พบ “{query}”' },
  'palette.open': { en: 'to open', th: 'เปิด' },
  'palette.placeholder': {
    en: 'Search transactions, accounts and commands',
    th: 'ค้นหารายการ บัญชี และคำสั่ง'
  },
  'palette.results': { en: 'Results', th: 'ผลการค้นหา' },

  'palette.payees': { en: 'Payees', th: 'ผู้รับและผู้จ่าย' },
  'palette.transactions': { en: { one: 'Transactions: {count} found', other: 'Transactions: {count} found' }, th: { other: 'รายการ: พบ {count} รายการ' } },
  'palette.all': { en: 'Show all {count} in the list', th: 'ดูทั้ง {count} รายการ' },
  'palette.nobody': { en: 'Nobody named', th: 'ไม่ระบุชื่อ' },

  'ledger.lock': { en: 'Lock the ledger', th: 'ล็อกสมุดบัญชี' },
  'ledger.other': { en: 'Open another ledger', th: 'เปิดสมุดบัญชีอื่น' },
  'ledger.menu': { en: 'Ledger: {name}', th: 'สมุดบัญชี: {name}' },
  'ledger.opening': { en: 'Opening {name}', th: 'กำลังเปิด {name}' },
  'ledger.sample': { en: 'Sample books', th: 'สมุดตัวอย่าง' },
  'ledger.sample.text': {
    en: 'These are sample books. Change anything: they are made anew each time.',
    th: 'นี่คือสมุดบัญชีตัวอย่าง ลองแก้ไขอะไรก็ได้ ระบบสร้างใหม่ทุกครั้งที่เปิด'
  },
  'ledger.sample.own': { en: 'Start my own books', th: 'เริ่มสมุดบัญชีของฉัน' },

  'keys.title': { en: 'Keys on this screen', th: 'ปุ่มลัดของหน้านี้' },
  'keys.group.everywhere': { en: 'Everywhere', th: 'ทุกหน้า' },
  'keys.group.go': { en: 'Go to', th: 'ไปที่' },
  'keys.group.list': { en: 'In a list', th: 'ในรายการ' },
  'keys.next': { en: 'Next row', th: 'แถวถัดไป' },
  'keys.previous': { en: 'Previous row', th: 'แถวก่อนหน้า' },
  'keys.select': { en: 'Select row', th: 'เลือกแถว' },
  'keys.extend': { en: 'Extend the selection', th: 'เลือกต่อเนื่อง' },
  'keys.select_all': { en: 'Select all', th: 'เลือกทั้งหมด' },
  'keys.first': { en: 'First row', th: 'แถวแรก' },
  'keys.last': { en: 'Last row', th: 'แถวสุดท้าย' },

  'toast.label': { en: 'Messages', th: 'ข้อความแจ้ง' },
  'inspector.label': { en: 'Details of {title}', th: 'รายละเอียดของ {title}' },
  'drop.title': { en: { one: 'Drop to import the file', other: 'Drop to import {count} files' }, th: { other: 'วางเพื่อนำเข้า {count} ไฟล์' } },
  'drop.text': {
    en: 'You see every row before anything is written to your books.',
    th: 'คุณจะได้ตรวจทุกแถวก่อนบันทึกลงสมุดบัญชี'
  },

  'period.all': { en: 'All dates', th: 'ทุกวันที่' },
  'period.current': { en: 'Go to today', th: 'กลับไปวันนี้' },
  'period.from': { en: 'From', th: 'ตั้งแต่' },
  'period.kind': { en: 'Length of the period', th: 'ช่วงเวลา' },
  'period.label': { en: 'Period', th: 'ช่วงเวลา' },
  'period.month': { en: 'Month', th: 'เดือน' },
  'period.next': { en: 'Next period', th: 'ช่วงถัดไป' },
  'period.previous': { en: 'Previous period', th: 'ช่วงก่อนหน้า' },
  'period.quarter': { en: 'Quarter', th: 'ไตรมาส' },
  'period.range': { en: 'Range', th: 'กำหนดเอง' },
  'period.to': { en: 'To', th: 'ถึง' },
  'period.year': { en: 'Year', th: 'ปี' }
} as const satisfies Record<string, Message>;
