import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { useLineSums, useLines, useOwnAccounts } from '../../../api/paymentQueries';
import type { LineState } from '../../../api/reconciliationTypes';
import { formatMoney } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { SearchBox } from '../../../shell/SearchBox';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { AccountChoice } from '../AccountChoice';
import { Figures, type Figure } from '../Figures';
import styles from '../Payments.module.css';
import { ExpectedPanel } from './ExpectedPanel';
import { LinePanel } from './LinePanel';
import { LinesPanel } from './LinesPanel';
import bench from './Reconcile.module.css';
import { headTotals, type Total } from './totals';

const rest = { account: '', statement: '', state: '', query: '', from: '', to: '', line: '', page: 1, pageSize: 50 };
export type BenchAddress = typeof rest;

const states: readonly LineState[] = ['open', 'differing', 'matched', 'explained', 'pending', 'repeated', 'untrusted'];

/** Statement lines on the left, what they may stand for on the right; how far it has come at the head. */
export default function ReconcilePage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const { account, from, to, line } = address;
  const accounts = useOwnAccounts();
  const sums = useLineSums({ accountId: account, from, to });
  const lines = useLines({ accountId: account, statementId: address.statement, state: address.state, query: address.query, from, to, page: address.page, pageSize: address.pageSize });
  const chosen = lines.data?.items.find(one => one.id === line);
  const totals = headTotals(sums.data?.states ?? []);
  const figure = (label: string, total: Total): Figure => ({ label, value: total.lines, note: t('pay.bench.sums', { in: formatMoney(total.in, 'yuan'), out: formatMoney(total.out, 'yuan') }) });
  const figures: Figure[] = [
    { label: t('pay.bench.progress'), value: `${totals.progress}%`, note: t('pay.bench.progress.note') },
    figure(t('payLine.matched'), totals.matched),
    figure(t('payLine.differing'), totals.differing),
    figure(t('payLine.open'), totals.open),
    figure(t('payLine.explained'), totals.explained),
    { label: t('pay.bench.expected'), value: sums.data?.expectedReceipts ?? '—', note: `${formatMoney(sums.data?.expected, 'yuan')} ${t('shell.unit.yuan')}` },
  ];
  const named = accounts.data?.find(one => one.id === account);
  return (
    <>
      <PageHead
        title={t('pay.reconciliation')}
        back={<Link to="/payments/statements">← {t('pay.statements')}</Link>}
        state={named === undefined ? t('pay.bench.all') : `${named.name} ${named.number}`}
        actions={
          named?.closedLoop === true ? (
            <Link to={`/payments/accounts/${named.id}`}>
              <Button>{t('pay.closedLoop')}</Button>
            </Link>
          ) : undefined
        }
      />
      <div className={styles['filters']}>
        <AccountChoice value={account} onChange={next => change({ account: next, statement: '', line: '' })} all={t('pay.account.all')} />
        <Select
          aria-label={t('pay.state')}
          popupMatchSelectWidth={false}
          value={address.state}
          onChange={state => change({ state, line: '' })}
          options={[{ value: '', label: t('pay.state.all') }, ...states.map(value => ({ value, label: t.code('payLine', value) }))]}
        />
        <DayField label={t('statement.from')} value={from} onChange={next => change({ from: next, line: '' })} />
        <DayField label={t('statement.to')} value={to} onChange={next => change({ to: next, line: '' })} />
        <SearchBox value={address.query} placeholder={t('pay.line.search')} onChange={query => change({ query, line: '' })} />
        {address.statement !== '' && <Button onClick={() => change({ statement: '', line: '' })}>{t('pay.bench.everyStatement')}</Button>}
      </div>
      {sums.isError ? <Failure reason={sums.error} onRetry={() => void sums.refetch()} /> : <Figures figures={figures} />}
      <div className={bench['bench']}>
        <LinesPanel lines={lines} address={address} onChange={change} />
        <div className={styles['stack']}>
          {chosen === undefined ? <ExpectedPanel account={account} /> : <LinePanel key={chosen.id} line={chosen} account={account} closedLoop={named?.closedLoop === true} onClose={() => change({ line: '', page: address.page })} />}
        </div>
      </div>
    </>
  );
}
