import { itemsAt, type MapNode, type Node, textOf } from '../document';

/** Names a deal has given, as its orders, covers, bases and conditions may use them. */
export function ids(root: MapNode, list: string, keep: (item: Node) => boolean = () => true): string[] {
  return itemsAt(root, [list]).filter(keep).map((item) => textOf(item, 'id')).filter((id) => id !== '');
}

const isTax = (fee: Node) => textOf(fee, 'kind') === 'tax';
const isReserve = (support: Node) => textOf(support, 'kind') === 'cash_reserve';
const isResidual = (tranche: Node) => textOf(tranche, 'residual') === 'true' || textOf(tranche, 'amort') === 'residual';

/** Whom a step of this kind can pay. */
export function targetsOf(root: MapNode, step: Node | null): string[] {
  switch (textOf(step, 'do')) {
    case 'pay_tax': return ids(root, 'fees', isTax);
    case 'pay_fee': return ids(root, 'fees', (fee) => !isTax(fee));
    case 'pay_interest':
    case 'pay_principal':
    case 'write_off': return ids(root, 'tranches');
    case 'pay_residual': return ids(root, 'tranches', isResidual);
    case 'pay_support_claim':
    case 'repay_liquidity': return ids(root, 'support', (support) => !isReserve(support));
    case 'fund_reserve':
    case 'release_reserve': return ids(root, 'support', isReserve);
    case 'draw_support': return ids(root, 'support');
    default: return [];
  }
}

export function coveredLines(root: MapNode): string[] {
  return ['tax', 'fees', ...ids(root, 'tranches').flatMap((id) => [`${id}.interest`, `${id}.principal`]), ...ids(root, 'fees')];
}

export function feeBases(root: MapNode, fee: Node | null): string[] {
  if (textOf(fee, 'kind') === 'payout_rate') return ids(root, 'tranches');
  const fixed = ['size', 'pool.balance', 'interest_collected', 'principal_collected', 'discount_collected', 'recovery_collected'];
  return [...fixed, ...ids(root, 'tranches').map((id) => `${id}.balance`)];
}

export function conditionNames(root: MapNode): string[] {
  const tranches = ids(root, 'tranches').flatMap((id) => [`${id}.balance`, `${id}.interest_unpaid`, `${id}.principal_unpaid`]);
  const reserves = ids(root, 'support', isReserve).map((id) => `${id}.balance`);
  return [
    'pool.cum_default_ratio', 'support.failed', ...tranches, ...reserves, 'date', 'closing', 'expected_maturity', 'legal_maturity', 'size', 'pool.balance',
    'pool.count', 'servicer.rating', 'servicer.insolvent',
  ];
}
