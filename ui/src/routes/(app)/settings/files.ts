import { countText, quantityText } from '#format/index.ts';
import { t } from '#i18n/index.ts';

/** The last part of a path: the file's own name. */
export const fileOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Everything before the file's name. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.length - fileOf(path).length - 1));

const units = ['kb', 'mb', 'gb'] as const;

/** A size in bytes as people read it: "412 KB", "3.4 MB". */
export function sizeText(bytes: string): string {
  const size = Number(bytes);
  if (size < 1_000) return t('size.bytes', { count: size });
  const rank = Math.min(units.length - 1, Math.floor(Math.log10(size) / 3) - 1);
  const value = size / 1_000 ** (rank + 1);
  const text = value < 10 ? quantityText(value.toFixed(1), 1) : countText(Math.round(value));
  return t(`size.${units[rank] ?? 'kb'}`, { size: text });
}
