import type { Message } from '../message.ts';

/** What was done with schedules, bills and holidays, in a sentence. */
export const scheduleHistory = {
  'entry.schedule_add': { en: 'Added the schedule {schedule}', th: 'เพิ่มกำหนดการ {schedule}' },
  'entry.schedule_edit': { en: 'Edited the schedule {schedule}', th: 'แก้ไขกำหนดการ {schedule}' },
  'entry.schedule_remove': { en: 'Removed the schedule {schedule}', th: 'ลบกำหนดการ {schedule}' },
  'entry.schedule_post': {
    en: { one: 'Posted {schedule}', other: 'Posted {count} scheduled transactions: {schedule}' },
    th: { other: 'บันทึกรายการตามกำหนด {count} รายการ: {schedule}' }
  },
  'entry.schedule_post_due': {
    en: { one: 'Posted what fell due: {schedule}', other: 'Posted {count} that fell due: {schedule}' },
    th: { other: 'บันทึกรายการที่ถึงกำหนด {count} รายการ: {schedule}' }
  },
  'entry.schedule_skip': { en: 'Skipped {schedule} on {date}', th: 'ข้าม {schedule} วันที่ {date}' },
  'entry.schedule_restore': { en: 'Put {schedule} on {date} back to its schedule', th: 'คืน {schedule} วันที่ {date} ตามกำหนดการ' },
  'entry.schedule_change': { en: 'Changed {schedule} on {date}', th: 'เปลี่ยน {schedule} วันที่ {date}' },
  'entry.bill_confirm': { en: 'Confirmed the bill of {payee}', th: 'ยืนยันบิลของ {payee}' },
  'entry.bill_dismiss': { en: 'Dismissed the bill of {payee}', th: 'ตัดบิลของ {payee} ออก' },
  'entry.bill_restore': { en: 'Took back what was said of the bill of {payee}', th: 'ยกเลิกสิ่งที่ระบุไว้กับบิลของ {payee}' },
  'entry.bill_note': { en: 'Noted something of the bill of {payee}', th: 'จดบันทึกบิลของ {payee}' },
  'entry.holiday_set': { en: 'Changed the holiday of {date}', th: 'แก้ไขวันหยุดวันที่ {date}' },
  'entry.holiday_strike': { en: 'Changed whether {date} is a holiday', th: 'เปลี่ยนว่าวันที่ {date} เป็นวันหยุดหรือไม่' }
} as const satisfies Record<string, Message>;
