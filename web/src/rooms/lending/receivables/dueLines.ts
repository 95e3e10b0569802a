/** Due dates as typed or pasted from a sheet, a day and an amount a line: 2026-03-31 50,000.00 or 20260331 with a tab. */
export function dueLines(text: string): { dueOn: string; amount: string }[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [day = '', ...rest] = line.split(/[\s;；]+/);
      const digits = day.replaceAll(/\D/g, '');
      return { dueOn: digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : '0001-01-01', amount: rest.join('').replaceAll(/[,，]/g, '') };
    });
}
