import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { LineState, Statement } from '../../../api/reconciliationTypes';
import { formatDate, formatInstant } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import styles from '../Payments.module.css';
import { lineTones } from '../tones';
import { Two } from '../Two';

const order: readonly LineState[] = ['open', 'differing', 'matched', 'explained', 'pending', 'repeated', 'untrusted'];

/** How many lines stand where, those that want somebody first. */
export function LineCounts({ counts, t }: { counts: Partial<Record<LineState, number>>; t: Translate }) {
  return (
    <span className={styles['buttons']}>
      {order
        .filter(state => (counts[state] ?? 0) > 0)
        .map(state => (
          <StateMark key={state} tone={lineTones[state]}>{`${t.code('payLine', state)} ${counts[state] ?? 0}`}</StateMark>
        ))}
    </span>
  );
}

export function statementColumns(t: Translate): ColumnsType<Statement> {
  return [
    {
      title: t('pay.statement.period'),
      width: 176,
      render: (_, one) => <Two first={<Link to={`/payments/reconciliation?account=${one.accountId}&statement=${one.id}`}>{`${formatDate(one.from)} – ${formatDate(one.to)}`}</Link>} second={one.bankId} />,
    },
    { title: t('pay.account.plain'), width: 200, render: (_, one) => <Two first={one.accountName} second={one.account} /> },
    { title: t('statement.opening'), width: 128, align: 'right', render: (_, one) => <Fen value={one.opening} /> },
    { title: t('statement.closing'), width: 128, align: 'right', render: (_, one) => <Fen value={one.closing} /> },
    { title: t('pay.statement.trusted'), width: 84, render: (_, one) => <StateMark tone={one.trusted ? 'green' : 'red'}>{t(one.trusted ? 'pay.statement.sound' : 'pay.statement.unsound')}</StateMark> },
    { title: t('pay.statement.lines'), width: 240, render: (_, one) => <LineCounts counts={one.byState} t={t} /> },
    { title: t('pay.statement.at'), width: 132, render: (_, one) => <Two first={formatInstant(one.at)} second={t.code('person', one.by)} /> },
  ];
}
