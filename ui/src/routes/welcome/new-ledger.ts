/** Characters of the shortest app password; the ledger refuses shorter ones. */
const shortest = 4;

/** What is wrong with a password that was typed twice. */
export function problemOfPassword(password: string, again: string): 'short' | 'differ' | undefined {
  if ([...password].length < shortest) return 'short';
  return password === again ? undefined : 'differ';
}

/** Where the file of a ledger will be, as its name becomes a file's name. */
export function filePath(folder: string, name: string): string {
  const stem = name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '').trim().replace(/^\.+/, '').trim();
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return `${folder}${folder.endsWith(separator) ? '' : separator}${stem || '…'}.coffer`;
}
