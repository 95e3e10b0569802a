import { Drawer, Skeleton, Table } from 'antd';
import { useItem } from '../../../api/paymentQueries';
import type { Batch, ItemDetail, Step } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { stepColumns } from '../batch/stepColumns';
import styles from '../Payments.module.css';
import { paymentTones } from '../tones';
import { AttemptCard } from './AttemptCard';
import { ItemActions } from './ItemActions';

const rest = { item: '' };

function Detail({ batch, detail }: { batch: Batch; detail: ItemDetail }) {
  const t = useT();
  const { item, attempts, history } = detail;
  const facts: [string, React.ReactNode][] = [
    [t('pay.amount'), <Fen key="amount" value={item.amount} />],
    [t('pay.payee'), item.payeeName],
    [t('pay.number'), t('pay.with', { text: item.account, more: t.code('payKind', item.kind) })],
    [t('pay.agent'), [item.operatingBank ?? item.agentName, item.agentCnaps].filter(part => part !== null).join(' ') || '—'],
    [t('pay.purpose'), item.purpose],
    [t('pay.remittance'), item.remittance],
    [t('pay.loanNo'), item.loanNo ?? '—'],
    ...(item.unposted === null ? [] : ([[t('pay.item.unposted'), item.unposted]] as [string, React.ReactNode][])),
  ];
  return (
    <div className={styles['stack']}>
      <span className={styles['buttons']}>
        <StateMark tone={paymentTones[item.state]}>{t.code('payState', item.state)}</StateMark>
        {item.differing && <StateMark tone="red">{t('pay.item.differing')}</StateMark>}
        {item.reason !== null && <span className="soft">{item.reason}</span>}
      </span>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ItemActions batch={batch} detail={detail} />
      <h3>{t('pay.item.attempts.title')}</h3>
      {attempts.length === 0 && <p className="soft">{t('pay.item.attempts.none')}</p>}
      {attempts.toReversed().map(attempt => (
        <AttemptCard key={attempt.id} attempt={attempt} />
      ))}
      <h3>{t('pay.tab.history')}</h3>
      <Table<Step> size="small" rowKey={(step, index) => `${step.at}${index ?? 0}`} dataSource={history} columns={stepColumns(t, false)} pagination={false} scroll={{ x: 620 }} />
    </div>
  );
}

/** One payment beside the list: what it is, each attempt, what was asked and answered; its address can be sent. */
export function ItemDrawer({ batch }: { batch: Batch }) {
  const t = useT();
  const [{ item: id }, change] = useAddress(rest);
  const item = useItem(id === '' ? null : id);
  const number = item.data?.item.number;
  return (
    <Drawer open={id !== ''} width="min(760px, 100vw)" title={number === undefined ? t('pay.item') : t('pay.item.title', { code: batch.code, number })} onClose={() => change({ item: '' })} destroyOnHidden>
      {item.isError && <Failure reason={item.error} onRetry={() => void item.refetch()} />}
      {item.isPending && id !== '' && <Skeleton active paragraph={{ rows: 8 }} />}
      {item.data !== undefined && <Detail batch={batch} detail={item.data} />}
    </Drawer>
  );
}
