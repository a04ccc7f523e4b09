import type { Message } from '../message.ts';

/** The window around every screen: navigation, top bar, palette, activity, keys. */
export const frame = {
  'frame.accounts': { en: 'Accounts', th: 'บัญชี' },
  'frame.navigation': { en: 'Sections and accounts', th: 'เมนูและบัญชี' },
  'frame.search': { en: 'Search or run a command', th: 'ค้นหา หรือพิมพ์คำสั่ง' },
  'frame.skip': { en: 'Skip to content', th: 'ข้ามไปยังเนื้อหา' },

  'section.overview': { en: 'Overview', th: 'ภาพรวม' },
  'section.transactions': { en: 'Transactions', th: 'รายการ' },
  'section.import': { en: 'Import', th: 'นำเข้า' },
  'section.reports': { en: 'Reports', th: 'รายงาน' },
  'section.settings': { en: 'Settings', th: 'ตั้งค่า' },

  'activity.cancel_named': { en: 'Cancel: {title}', th: 'ยกเลิก: {title}' },
  'activity.clear': { en: 'Clear finished', th: 'ล้างที่เสร็จแล้ว' },
  'activity.failed': { en: 'Something failed', th: 'มีงานที่ไม่สำเร็จ' },
  'activity.idle': { en: 'All done', th: 'ไม่มีงานค้าง' },
  'activity.label': { en: 'Activity', th: 'กิจกรรม' },
  'activity.none': {
    en: 'Imports, syncs and payments show here while they run, with a way to cancel and to undo.',
    th: 'การนำเข้า การซิงค์ และการชำระเงินที่กำลังทำงานจะแสดงที่นี่ ยกเลิกหรือเลิกทำได้'
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
