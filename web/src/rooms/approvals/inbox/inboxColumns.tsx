import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { ApprovalRow } from '../../../api/approvalTypes';
import { formatDate, formatInstant, formatMoney } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import styles from '../Approvals.module.css';
import { caseTones } from '../caseTones';

/** A case in one cell, for a phone. */
function MatterCard({ row, t }: { row: ApprovalRow; t: Translate }) {
  const facts = [row.initiator, ...(row.amount === null ? [] : [`${t('approvals.amount')} ${formatMoney(row.amount, 'yuan')}`]), `${t('approvals.decideBy')} ${formatDate(row.decideBy)}`];
  return (
    <span className={styles['matter']}>
      <Link to={`/approvals/${row.id}`}>{t.either(row.titleZh, row.titleEn)}</Link>
      <span className={styles['small']}>{facts.join(' · ')}</span>
      <span>{row.mine ? <StateMark tone="amber">{t('approvals.toDecide')}</StateMark> : <StateMark tone={caseTones[row.state]}>{t.code('caseState', row.state)}</StateMark>}</span>
    </span>
  );
}

/** The columns of a list of cases; among those to decide every state is the same and is left out. */
export function inboxColumns(t: Translate, inbox: boolean, phone: boolean): ColumnsType<ApprovalRow> {
  if (phone) return [{ title: t('approvals.matter'), render: (_, row) => <MatterCard row={row} t={t} /> }];
  const state: ColumnsType<ApprovalRow> = [
    {
      title: t('approvals.filter.state'),
      width: 170,
      render: (_, row) => (row.mine ? <StateMark tone="amber">{t('approvals.toDecide')}</StateMark> : <StateMark tone={caseTones[row.state]}>{t.code('caseState', row.state)}</StateMark>),
    },
  ];
  return [
    {
      title: t('approvals.matter'),
      render: (_, row) => (
        <span className={styles['matter']}>
          <Link to={`/approvals/${row.id}`}>{t.either(row.titleZh, row.titleEn)}</Link>
          <code className={styles['small']}>{row.act}</code>
        </span>
      ),
    },
    ...(inbox ? [] : state),
    { title: t('approvals.amount'), width: 140, align: 'right', render: (_, row) => <Fen value={row.amount} /> },
    { title: t('approvals.initiator'), width: 110, render: (_, row) => row.initiator },
    { title: t('approvals.step'), width: 72, align: 'right', render: (_, row) => `${row.step}/${row.steps}` },
    { title: t('approvals.openedAt'), width: 132, render: (_, row) => formatInstant(row.openedAt) },
    { title: t('approvals.decideBy'), width: 104, render: (_, row) => formatDate(row.decideBy) },
  ];
}
