import type { ClosedLoop, Use } from '../../../api/reconciliationTypes';
import { sum } from '../../../format';

export interface PurposeSum {
  purpose: string;
  permitted: boolean;
  count: number;
  used: string;
  reserved: string;
}

const of = (uses: readonly Use[], state: Use['state']) => sum(uses.filter(use => use.state === state).map(use => use.amount)) ?? '0.00';

/** Uses by purpose: the permitted ones in their order, with nothing used where nothing was, then any other. */
export function byPurpose({ account, uses }: Pick<ClosedLoop, 'account' | 'uses'>): PurposeSum[] {
  const counted = uses.filter(use => use.state === 'used' || use.state === 'reserved');
  const others = [...new Set(counted.map(use => use.purpose))].filter(purpose => !account.purposes.includes(purpose));
  return [...account.purposes, ...others].map(purpose => {
    const own = counted.filter(use => use.purpose === purpose);
    return { purpose, permitted: account.purposes.includes(purpose), count: own.length, used: of(own, 'used'), reserved: of(own, 'reserved') };
  });
}
