import { FileProtectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useClosedLoop, usePayAccount } from '../../../api/paymentQueries';
import type { PayAccount } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../Payments.module.css';
import { LoopView } from './LoopView';

function Loop({ account }: { account: PayAccount }) {
  const loop = useClosedLoop(account.id);
  if (loop.data === undefined) return loop.isError ? <Failure reason={loop.error} onRetry={() => void loop.refetch()} /> : <PageSkeleton rows={8} />;
  return <LoopView loop={loop.data} />;
}

function Facts({ account }: { account: PayAccount }) {
  const t = useT();
  const facts: [string, React.ReactNode][] = [
    [t('pay.kind'), t.code('payKind', account.kind)],
    [t('pay.number'), account.number],
    [t('pay.agent'), [account.operatingBank ?? account.agentName, account.agentCnaps].filter(part => part !== null).join(' ') || '—'],
    [t('pay.accounts.book'), account.bookId === null ? t('pay.accounts.book.none') : <Link key="book" to={`/ledger/books/${account.bookId}`}>{`${account.bookAccount ?? ''} · ${t('pay.accounts.counter', { code: account.counterAccount ?? '—' })}`}</Link>],
    ...(account.closedLoop ? ([[t('pay.loop.purposes'), account.purposes.join(t('access.listComma'))]] as [string, React.ReactNode][]) : []),
    ...(account.note === '' ? [] : ([[t('pay.note'), account.note]] as [string, React.ReactNode][])),
  ];
  return (
    <Panel title={t('pay.accounts.facts')}>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** An account; where it is closed-loop, what came in, what it was used for, and whether the two agree. */
export default function AccountPage() {
  const t = useT();
  const { id = '' } = useParams();
  const account = usePayAccount(id);
  if (account.data === undefined) return account.isError ? <Failure reason={account.error} onRetry={() => void account.refetch()} /> : <PageSkeleton rows={10} />;
  const one = account.data;
  return (
    <>
      <PageHead
        title={one.name}
        named
        back={<Link to="/payments/accounts">← {t('pay.accounts')}</Link>}
        state={
          <span className={styles['buttons']}>
            {one.number}
            <StateMark tone={one.active ? 'green' : 'grey'}>{t(one.active ? 'pay.accounts.active' : 'pay.accounts.inactive')}</StateMark>
            {one.closedLoop && <StateMark tone="blue">{t('pay.closedLoop')}</StateMark>}
          </span>
        }
        actions={
          <>
            <Link to={`/evidence?kind=payaccount&subject=${one.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
            <Link to={`/payments/batches?account=${one.id}`}>
              <Button>{t('pay.batches')}</Button>
            </Link>
            <Link to={`/payments/reconciliation?account=${one.id}`}>
              <Button type="primary">{t('pay.reconcile')}</Button>
            </Link>
          </>
        }
      />
      <div className={styles['stack']}>
        <Facts account={one} />
        {one.closedLoop && <Loop account={one} />}
      </div>
    </>
  );
}
