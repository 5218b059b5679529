/** What a spreadsheet would take for a formula or hide something behind (R10). */
const FORMULA = /^[=+\-@\t\r]/;

/** One line with its end, after RFC 4180. A cell that would be calculated begins with an apostrophe instead. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const shown = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
