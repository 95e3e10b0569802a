import type { GridCell, GridOrder } from '../../../../api/jobs';
import { parsePercent } from '../../../../format';

const most = 21;

/** "0, 25, 50" in percent as the shares the server takes; null when one cannot be read, repeats, is no share, or there are too many. */
export function recoveriesOf(text: string): string[] | null {
  const parts = text.split(/[,，;；、\s]+/).filter(part => part !== '');
  const shares = parts.map(parsePercent);
  const read = shares.filter(share => share !== null);
  if (read.length === 0 || read.length < parts.length || read.length > most) return null;
  const good = read.every(share => Number(share) >= 0 && Number(share) <= 1 && /^\d(\.\d{1,4})?$/.test(share));
  return good && new Set(read.map(Number)).size === read.length ? read : null;
}

/** The share of a tranche left unpaid, an estimate for colour and percent; 0 when it is paid in full. */
export function unpaidShare(cell: GridCell, tranche: GridOrder['tranches'][number]): number {
  const size = Number(tranche.size);
  return size === 0 ? 0 : Math.min(1, Number(cell.unpaid[tranche.id] ?? '0') / size);
}

/** How strong a cell's colour is, 0 to 1: none when paid in full, a visible one for any loss. */
export function shade(share: number): number {
  return share <= 0 ? 0 : 0.1 + 0.38 * Math.sqrt(Math.min(1, share));
}
