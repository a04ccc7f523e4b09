import { call } from '#api/call.ts';
import { showInFolder } from '#api/desktop.ts';
import type { ReportFormat, ReportInput } from '#api/generated.ts';
import { failed } from '#api/undo.ts';
import { t } from '#i18n/index.ts';
import { toasts } from '#shell/toasts.svelte.ts';

/** Saves a report into the downloads folder and says where it is. */
export async function saveReport(input: ReportInput, format: ReportFormat): Promise<void> {
  try {
    const path = await call('export_report', { input, format });
    const file = path.split(/[\\/]/).at(-1) ?? path;
    toasts.show(t('report.exported', { file }), {
      action: { label: t('common.show_in_folder'), run: () => void showInFolder(path).catch(failed) }
    });
  } catch (thrown) {
    failed(thrown);
  }
}
