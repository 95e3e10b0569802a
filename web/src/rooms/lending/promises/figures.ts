const grouped = new Intl.NumberFormat('en-US', { useGrouping: true, maximumFractionDigits: 0 });

/** A figure with its unit as people read it: thousands grouped, digits as they are, a percentage without zeros that say nothing. */
export function figureText(unit: string, unitTitle: string, figure: string) {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(figure.trim());
  if (match === null) return figure;
  const text = `${match[1] ?? ''}${grouped.format(BigInt(match[2] ?? '0'))}${match[3] ?? ''}`;
  return unit === 'yuan' ? `${text} ${unitTitle}` : unit === 'percent' ? `${text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')}%` : text;
}

/** Whether a figure is typed that misses a target; false where it is none. */
export function misses(direction: string, target: string, figure: string) {
  const text = figure.replaceAll(',', '').trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) return false;
  const [typed, wanted] = [scaled(text), scaled(target)];
  return direction === 'at_most' ? typed > wanted : typed < wanted;
}

/** In ten-thousandths, exactly. */
function scaled(text: string) {
  const negative = text.startsWith('-');
  const [whole = '0', parts = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * 10_000n + BigInt(parts.slice(0, 4).padEnd(4, '0'));
  return negative ? -value : value;
}
