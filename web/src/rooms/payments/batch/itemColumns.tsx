import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Item } from '../../../api/paymentTypes';
import { formatDate } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import styles from '../Payments.module.css';
import { paymentTones } from '../tones';
import { Two } from '../Two';

export function itemColumns(t: Translate, closedLoop: boolean, onOpen: (id: string) => void): ColumnsType<Item> {
  return [
    {
      title: t('pay.item.n'),
      width: 56,
      align: 'right',
      fixed: 'left',
      render: (_, item) => (
        <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} aria-label={t('pay.item.open', { number: item.number })} onClick={() => onOpen(item.id)}>
          {item.number}
        </Button>
      ),
    },
    { title: t('pay.payee'), width: 214, render: (_, item) => <Two first={item.payeeName} second={item.account} /> },
    { title: t('pay.agent'), width: 160, render: (_, item) => <Two first={item.operatingBank ?? item.agentName ?? '—'} second={item.kind === 'ecny_wallet' ? t('payKind.ecny_wallet') : item.agentCnaps} /> },
    { title: t('pay.amount.yuan'), width: 130, align: 'right', render: (_, item) => <Fen value={item.amount} /> },
    { title: t('pay.purpose'), width: 110, render: (_, item) => <Two first={item.purpose} second={item.loanNo} /> },
    ...(closedLoop ? [{ title: t('pay.sources'), width: 80, align: 'right' as const, render: (_: unknown, item: Item) => item.sources.length }] : []),
    {
      title: t('pay.state'),
      width: 130,
      render: (_, item) => (
        <span className={styles['buttons']}>
          <StateMark tone={paymentTones[item.state]}>{t.code('payState', item.state)}</StateMark>
          {item.differing && <StateMark tone="red">{t('pay.item.differing')}</StateMark>}
          {item.unposted !== null && <StateMark tone="amber">{t('pay.item.unposted')}</StateMark>}
        </span>
      ),
    },
    { title: t('pay.item.attempts'), width: 84, align: 'right', render: (_, item) => item.attempts },
    { title: t('pay.item.bank'), width: 180, render: (_, item) => <Two first={item.bankReference ?? item.reason ?? '—'} second={item.bankReference === null ? null : item.reason} /> },
    { title: t('pay.booked'), width: 104, render: (_, item) => formatDate(item.booked) },
  ];
}
