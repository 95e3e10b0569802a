/** Reads what spreadsheets put on the clipboard: tabs and line breaks, quoted cells may hold both, `""` is a quote. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : bare(text, at);
    row.push(cell);
    at = end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}

function bare(text: string, at: number): [string, number] {
  const end = nextBreak(text, at);
  return [text.slice(at, end), end];
}

/** A quote that never closes is an ordinary character: somebody's cell begins with one. */
function quoted(text: string, at: number): [string, number] {
  let cell = '';
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] !== '"') {
      cell += text[i];
    } else if (text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (i + 1 === text.length || /[\t\r\n]/.test(text[i + 1] ?? '')) {
      return [cell, i + 1];
    } else {
      break;
    }
  }
  return bare(text, at);
}

function nextBreak(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return end;
}
