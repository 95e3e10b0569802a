import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { BookRow } from '../../../api/ledgerTypes';
import { formatDate, type MoneyUnit } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';

const grouped = new Intl.NumberFormat('en-US');

export function bookColumns(t: Translate, unit: MoneyUnit, sort: string): ColumnsType<BookRow> {
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const sorted = (key: string) => ({ key, sorter: true, sortOrder: sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null });
  const count = (value: number) => (value === 0 ? <span className="soft">0</span> : <StateMark tone="blue">{grouped.format(value)}</StateMark>);
  return [
    { title: t('books.code'), width: 130, ...sorted('code'), render: (_, book) => <Link to={`/ledger/books/${book.id}`}>{book.code}</Link> },
    { title: t('books.name'), ...sorted('name'), render: (_, book) => book.name },
    { title: t('books.kind'), width: 92, render: (_, book) => t.code('bookKind', book.kind) },
    { title: t('books.businessDate'), width: 116, ...sorted('businessDate'), render: (_, book) => formatDate(book.businessDate) },
    { title: t('books.entries'), width: 88, align: 'right', ...sorted('entries'), render: (_, book) => grouped.format(book.entries) },
    { title: t('books.debits', { unit: unitName }), width: 152, align: 'right', render: (_, book) => <Amount value={book.debits} /> },
    { title: t('books.credits', { unit: unitName }), width: 152, align: 'right', render: (_, book) => <Amount value={book.credits} /> },
    { title: t('books.holds'), width: 100, align: 'right', render: (_, book) => count(book.pendingHolds) },
    { title: t('books.planned'), width: 100, align: 'right', render: (_, book) => count(book.openPlanned) },
  ];
}
