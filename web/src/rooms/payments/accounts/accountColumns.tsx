import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { AccountRole, PayAccount } from '../../../api/paymentTypes';
import { formatInstant } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import styles from '../Payments.module.css';
import { Two } from '../Two';

export function accountColumns(t: Translate, role: AccountRole, onChange: ((account: PayAccount) => void) | null): ColumnsType<PayAccount> {
  const own = role === 'own';
  return [
    { title: t('pay.accounts.name'), width: 230, render: (_, one) => <Two first={own ? <Link to={`/payments/accounts/${one.id}`}>{one.name}</Link> : one.name} second={one.number} /> },
    { title: t('pay.kind'), width: 118, render: (_, one) => t.code('payKind', one.kind) },
    { title: t('pay.agent'), width: 160, render: (_, one) => <Two first={one.operatingBank ?? one.agentName ?? '—'} second={one.agentCnaps} /> },
    ...(own
      ? [
          {
            title: t('pay.accounts.loop'),
            width: 200,
            render: (_: unknown, one: PayAccount) => (one.closedLoop ? <Two first={<StateMark tone="blue">{t('pay.closedLoop')}</StateMark>} second={one.purposes.join(t('access.listComma'))} /> : '—'),
          },
          {
            title: t('pay.accounts.book'),
            width: 130,
            render: (_: unknown, one: PayAccount) =>
              one.bookId === null ? <StateMark tone="amber">{t('pay.accounts.book.none')}</StateMark> : <Two first={<Link to={`/ledger/books/${one.bookId}`}>{one.bookAccount}</Link>} second={t('pay.accounts.counter', { code: one.counterAccount ?? '—' })} />,
          },
        ]
      : []),
    { title: t('pay.state'), width: 76, render: (_, one) => <StateMark tone={one.active ? 'green' : 'grey'}>{t(one.active ? 'pay.accounts.active' : 'pay.accounts.inactive')}</StateMark> },
    ...(own ? [] : [{ title: t('pay.note'), render: (_: unknown, one: PayAccount) => one.note }]),
    { title: t('pay.accounts.changed'), width: 130, render: (_, one) => <Two first={t.code('person', one.changedBy)} second={formatInstant(one.changedAt)} /> },
    {
      title: <span className="visually-hidden">{t('hold.actions')}</span>,
      width: 138,
      render: (_, one) => (
        <span className={styles['buttons']}>
          {onChange !== null && (
            <Button size="small" onClick={() => onChange(one)}>
              {t('account.change')}
            </Button>
          )}
          {own && (
            <Link to={`/payments/reconciliation?account=${one.id}`}>
              <Button size="small">{t('pay.reconcile')}</Button>
            </Link>
          )}
        </span>
      ),
    },
  ];
}
