/** Titles and fields as typed or pasted, one a line: the field by its word or by its name as shown. */
export function columnsOf(text: string, fields: readonly { word: string; title: string }[]): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [title = '', field = ''] = line.split(/[\t,，=]/).map(cell => cell.trim());
    if (title !== '') columns[title] = fields.find(one => one.word === field || one.title === field)?.word ?? field;
  }
  return columns;
}
