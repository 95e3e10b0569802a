import { Button, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useInstants, useMandates, type InstantRow } from '../../../api/instant';
import { formatInstant } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { instantTones, outcomeTones } from './instantTones';

const rest = { q: '', mandate: '', outcome: '', state: '', page: 1, pageSize: 50 };

/** Instant decisions, the newest first: what was decided, why, and what was paid. */
export default function InstantsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const found = useInstants(address);
  const mandates = useMandates({ pageSize: 200 });
  const filtered = [address.q, address.mandate, address.outcome, address.state].some(value => value !== '');
  const money = { unit: unitWord(t, unit) };
  return (
    <>
      <PageHead title={t('instant.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch /><Link to="/lending/mandates"><Button>{t('mandate.title')}</Button></Link></>} />
      <div className={styles['counts']} role="group" aria-label={t('instant.outcome')}>
        {(found.data?.outcomes ?? []).map(one => (
          <Button key={one.word} size="small" {...(address.outcome === one.word ? { type: 'primary' as const } : {})} aria-pressed={address.outcome === one.word} onClick={() => change({ outcome: address.outcome === one.word ? '' : one.word, page: 1 })}>
            {one.title} {one.count} · <Amount value={one.amount} />
          </Button>
        ))}
      </div>
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('instant.search')} onChange={q => change({ q })} />
        <Select aria-label={t('instant.mandate')} popupMatchSelectWidth={false} value={address.mandate} onChange={mandate => change({ mandate })} options={[{ value: '', label: t('instant.mandate') }, ...(mandates.data?.items ?? []).map(row => ({ value: row.id, label: `${row.code} ${row.title}` }))]} />
        <Select aria-label={t('instant.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state })} options={[{ value: '', label: t('instant.state.all') }, ...(found.data?.states ?? []).map(one => ({ value: one.word, label: `${one.title} ${one.count}` }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<InstantRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('instant.empty.filtered')}</Nothing> : <Nothing>{t('instant.empty')}</Nothing> }}
          scroll={{ x: 1320 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/lending/instant/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('instant.no'), fixed: 'left', width: 150, render: (_, row) => <Link translate="no" to={`/lending/instant/${row.id}`} onClick={event => event.stopPropagation()}>{row.requestNo}</Link> },
            { title: t('instant.firm'), width: 220, render: (_, row) => <span translate="no">{row.firmName}</span> },
            { title: t('instant.outcome'), width: 130, render: (_, row) => <StateMark tone={outcomeTones[row.outcome] ?? 'grey'}>{row.outcomeTitle}</StateMark> },
            { title: t('instant.state'), width: 120, render: (_, row) => <StateMark tone={instantTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> },
            { title: t('instant.index'), width: 90, align: 'right', render: (_, row) => <span className="tabular">{row.index ?? t('shell.unknown')}</span> },
            { title: t('instant.amount', money), width: 140, align: 'right', render: (_, row) => <Amount value={row.amount} /> },
            { title: t('instant.limit', money), width: 140, align: 'right', render: (_, row) => (row.limit === null || row.limit === undefined ? '—' : <Amount value={row.limit} />) },
            { title: t('instant.reasons'), render: (_, row) => <Two first={row.why.join('；')} second={<><span translate="no">{row.reasons.slice(0, 4).join(' ')}</span> {formatInstant(row.at)}</>} /> },
          ]}
        />
      )}
    </>
  );
}
