import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import type { DealRow } from '../../../api/types';
import { formatDate, formatInstant, formatPercent, none, type MoneyUnit } from '../../../format';
import { Amount } from '../../../shell/Amount';
import type { Translate } from '../../../words';
import { CheckMark } from './CheckMark';

export type DealColumn = ColumnType<DealRow> & { key: string };

/** Every column the list can show, in order; `code` and `name` always stand. */
export function dealColumns(t: Translate, unit: MoneyUnit, sort: string): DealColumn[] {
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const sorted = (key: string) => ({
    sorter: true,
    sortOrder: sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null,
  });
  const right = { align: 'right' as const };
  return [
    {
      key: 'code',
      title: t('deals.code'),
      fixed: 'left',
      width: 116,
      ...sorted('code'),
      render: (_, deal) => <Link to={`/deals/${deal.id}`}>{deal.code}</Link>,
    },
    { key: 'name', title: t('deals.name'), width: 190, ellipsis: true, render: (_, deal) => t.either(deal.nameZh, deal.nameEn) },
    { key: 'market', title: t('deals.market'), width: 72, render: (_, deal) => t.code('market', deal.market) },
    { key: 'structure', title: t('deals.structure'), width: 106, render: (_, deal) => t.code('structure', deal.structure) },
    { key: 'size', title: t('deals.size', { unit: unitName }), width: 128, ...right, ...sorted('size'), render: (_, deal) => <Amount value={deal.size} /> },
    { key: 'pool', title: t('deals.pool', { unit: unitName }), width: 148, ...right, render: (_, deal) => <Amount value={deal.poolBalance} /> },
    { key: 'coupon', title: t('deals.coupon'), width: 94, ...right, render: (_, deal) => formatPercent(deal.seniorCoupon) },
    { key: 'obligors', title: t('deals.obligors'), width: 78, ...right, render: (_, deal) => deal.obligors },
    { key: 'closing', title: t('deals.closing'), width: 108, ...sorted('closing'), render: (_, deal) => formatDate(deal.closing) },
    { key: 'maturity', title: t('deals.maturity'), width: 114, ...sorted('maturity'), render: (_, deal) => formatDate(deal.expectedMaturity) },
    { key: 'shelf', title: t('deals.shelf'), width: 112, ellipsis: true, render: (_, deal) => deal.shelf ?? none },
    { key: 'check', title: t('deals.check'), width: 100, render: (_, deal) => <CheckMark errors={deal.errors} warnings={deal.warnings} /> },
    { key: 'version', title: t('deals.version'), width: 72, ...right, render: (_, deal) => `v${deal.version}` },
    { key: 'savedBy', title: t('deals.savedBy'), width: 100, ellipsis: true, render: (_, deal) => t.code('person', deal.savedBy) },
    { key: 'savedAt', title: t('deals.savedAt'), width: 132, ...sorted('savedAt'), render: (_, deal) => formatInstant(deal.savedAt) },
  ];
}

export const standing = ['code', 'name'];
const hiddenAtFirst = ['pool', 'shelf', 'savedBy', 'closing', 'version'];
const memory = 'zhirong.deals.columns';

export function rememberedColumns(all: readonly string[]): string[] {
  const text = localStorage.getItem(memory);
  const chosen = text === null ? null : text.split(',');
  return all.filter(key => standing.includes(key) || (chosen === null ? !hiddenAtFirst.includes(key) : chosen.includes(key)));
}

export function rememberColumns(chosen: readonly string[]): void {
  localStorage.setItem(memory, chosen.join(','));
}
