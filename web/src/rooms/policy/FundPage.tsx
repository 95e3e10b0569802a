import { Button, Progress, Space, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useFund } from '../../api/policy';
import type { ClaimRow, FilingRow } from '../../api/policyTypes';
import { formatDate, formatPercent } from '../../format';
import { Amount } from '../../shell/Amount';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { UnitSwitch } from '../../shell/UnitSwitch';
import { useT } from '../../words';
import { Figures } from '../payments/Figures';
import { Two } from '../payments/Two';
import styles from '../valuation/Valuation.module.css';
import { ClaimDialog, ending, FilingDialog, ReasonDialog, suspending } from './FundDialogs';
import { schemePath } from './SchemesPage';
import { claimTones, filingTones, outcomeTones } from './tones';
import { useInUnit } from './useInUnit';

/** A fund: what it holds, how much of its leverage is used, what it paid and got back, and whether it still takes loans. */
export default function FundPage() {
  const t = useT();
  const inUnit = useInUnit();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [dialog, setDialog] = useState<'file' | 'suspend' | null>(null);
  const [end, setEnd] = useState<FilingRow | null>(null);
  const [claim, setClaim] = useState<FilingRow | null>(null);
  const found = useFund(id);
  const back = <Link to="/policy/funds">← {t('funds.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? <>{back}<Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={12} />;
  }
  const { row, filings, claims } = found.data;
  const used = row.maxPortfolio === null || Number(row.maxPortfolio) === 0 ? null : Number(row.portfolio) / Number(row.maxPortfolio);
  const suspension = t(row.state === 'open' ? 'funds.suspend' : 'funds.resume');
  return (
    <>
      <PageHead
        title={row.name}
        named
        back={back}
        state={<><StateMark tone={outcomeTones[row.taking] ?? 'grey'}>{t(row.taking === 'yes' ? 'funds.takes' : row.taking === 'no' ? 'funds.takesNot' : 'shell.unknown')}</StateMark>{row.state === 'suspended' && <> · {t('funds.suspended', { why: row.because })}</>} · <Link to={schemePath({ kind: 'share', code: row.scheme })}>{row.schemeTitle}</Link> · <Link to={`/ledger/books/${row.bookId}`}>{t('funds.book')}</Link></>}
        actions={<><UnitSwitch /><Button onClick={() => setDialog('suspend')}>{suspension}</Button><Button type="primary" disabled={row.taking === 'no'} onClick={() => setDialog('file')}>{t('funds.file')}</Button></>}
      />
      <Figures
        figures={[
          { label: inUnit('funds.balance'), value: <Amount value={row.balance} />, note: <>{t('funds.size')} <Amount value={row.size} /></> },
          { label: inUnit('funds.portfolio'), value: <Amount value={row.portfolio} />, note: used === null ? t('funds.noLeverage') : <><Progress percent={Math.min(100, Math.round(used * 1000) / 10)} size="small" status={used >= 1 ? 'exception' : 'normal'} aria-label={t('funds.leverage')} />{t('funds.most')} <Amount value={row.maxPortfolio ?? '0'} /></> },
          { label: t('funds.rate'), value: row.claimRate === null ? t('shell.none') : formatPercent(row.claimRate, 2), note: row.suspendAbove === null ? t('funds.noBreaker') : t('funds.above', { rate: formatPercent(row.suspendAbove, 2) }) },
          { label: inUnit('funds.compensated'), value: <Amount value={row.compensated} />, note: <>{t('funds.promised')} <Amount value={row.promised} /></> },
          { label: inUnit('funds.returned'), value: <Amount value={row.returned} /> },
        ]}
      />
      <div className={styles['stack']}>
        <Panel title={t('funds.filings')}>
          <Table<FilingRow>
            size="small"
            rowKey="id"
            pagination={filings.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 900 }}
            dataSource={filings}
            locale={{ emptyText: <Nothing>{t('funds.filings.empty')}</Nothing> }}
            columns={[
              { title: t('aid.firm'), render: (_, one) => <Two first={<span translate="no">{one.firmName}</span>} second={<code>{one.firmCode}</code>} /> },
              { title: t('funds.loan'), width: 190, render: (_, one) => <Two first={<code>{one.subjectId}</code>} second={<span translate="no">{one.bankName}</span>} /> },
              { title: t('funds.filedPrincipal'), width: 120, align: 'right', render: (_, one) => <Amount value={one.principal} /> },
              { title: t('funds.days'), width: 120, render: (_, one) => <Two first={formatDate(one.filedOn)} second={formatDate(one.endsOn)} /> },
              { title: t('aid.state'), width: 110, render: (_, one) => <StateMark tone={filingTones[one.state] ?? 'grey'}>{t.code('filingState', one.state)}</StateMark> },
              { title: '', width: 190, render: (_, one) => one.state === 'live' && <Space><Button size="small" onClick={() => setClaim(one)}>{t('claims.make')}</Button><Button size="small" onClick={() => setEnd(one)}>{t('funds.end')}</Button></Space> },
            ]}
          />
        </Panel>
        <Panel title={t('claims.title')}>
          <Table<ClaimRow>
            size="small"
            rowKey="id"
            className={styles['rows'] ?? ''}
            pagination={claims.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 800 }}
            dataSource={claims}
            locale={{ emptyText: <Nothing>{t('claims.empty')}</Nothing> }}
            onRow={one => ({ onClick: () => void navigate(`/policy/claims/${one.id}`) })}
            columns={[
              { title: t('aid.firm'), render: (_, one) => <Two first={<Link translate="no" to={`/policy/claims/${one.id}`} onClick={event => event.stopPropagation()}>{one.firmName}</Link>} second={<code>{one.subjectId}</code>} /> },
              { title: t('aid.state'), width: 110, render: (_, one) => <StateMark tone={claimTones[one.state] ?? 'grey'}>{t.code('claimState', one.state)}</StateMark> },
              { title: t('claims.loss'), width: 120, align: 'right', render: (_, one) => (one.loss === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={one.loss} />) },
              { title: t('claims.part'), width: 120, align: 'right', render: (_, one) => (one.fromFund === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={one.fromFund} />) },
              { title: t('funds.returned'), width: 120, align: 'right', render: (_, one) => <Amount value={one.returned} /> },
              { title: t('claims.filed'), width: 120, render: (_, one) => <Two first={formatDate(one.filedOn)} second={one.dueOn === null ? undefined : `${t('claims.due')} ${formatDate(one.dueOn)}`} /> },
            ]}
          />
        </Panel>
      </div>
      {dialog === 'file' && <FilingDialog fund={row} onClose={() => setDialog(null)} />}
      {dialog === 'suspend' && <ReasonDialog title={suspension} run={suspending(row)} onClose={() => setDialog(null)} />}
      {end !== null && <ReasonDialog title={t('funds.end')} run={ending(end)} onClose={() => setEnd(null)} />}
      {claim !== null && <ClaimDialog fund={row} filing={claim} onClose={() => setClaim(null)} />}
    </>
  );
}
