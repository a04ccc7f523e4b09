/** "Food:Groceries" of "Expenses:Food:Groceries": a path as people read it. The side of the books is told by signs and headings. */
export function withoutRoot(path: string): string {
  const colon = path.indexOf(':');
  return colon < 0 ? path : path.slice(colon + 1);
}
