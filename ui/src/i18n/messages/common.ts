import type { Message } from '../message.ts';

/** Words that many places share. */
export const common = {
  'common.back': { en: 'Back', th: 'ย้อนกลับ' },
  'common.cancel': { en: 'Cancel', th: 'ยกเลิก' },
  'common.close': { en: 'Close', th: 'ปิด' },
  'common.continue': { en: 'Continue', th: 'ถัดไป' },
  'common.dismiss': { en: 'Dismiss', th: 'ปิดข้อความ' },
  'common.redo': { en: 'Redo', th: 'ทำซ้ำ' },
  'common.retry': { en: 'Try again', th: 'ลองอีกครั้ง' },
  'common.save': { en: 'Save', th: 'บันทึก' },
  'common.show_in_folder': { en: 'Show in folder', th: 'เปิดโฟลเดอร์' },
  'common.undo': { en: 'Undo', th: 'เลิกทำ' }
} as const satisfies Record<string, Message>;
