/** "Food:Groceries": a path without the side of the books, which its sign tells. */
export function withoutRoot(path: string): string {
  const colon = path.indexOf(':');
  return colon < 0 ? path : path.slice(colon + 1);
}
