import { Button, Select, Table } from 'antd';
import { Link } from 'react-router';
import { type FundFirstCap, type FundFirstRow, useFundFirst } from '../../../api/instant';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { paging } from '../../payments/pages';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { mandateTones } from './instantTones';

const rest = { q: '', mandate: '', state: '', late: '', page: 1, pageSize: 50 };

const tones: Record<string, Tone> = { waiting: 'amber', overdue: 'red', registered: 'green' };

/** Money that went out before its pledge: by its day, with what is missing and the doors to make it; and what may still go out by mandate. */
export default function FundFirstPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const found = useFundFirst(address);
  const may = useMay('lending.pledge.make');
  const filtered = [address.q, address.mandate, address.state, address.late].some(value => value !== '');
  const yuan = { unit: t('shell.unit.yuan') };
  const caps = found.data?.caps ?? [];
  return (
    <>
      <PageHead title={t('first.title')} state={t('first.note')} actions={<Link to="/lending/mandates"><Button>{t('mandate.title')}</Button></Link>} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <div className={styles['stack']}>
          <Panel title={t('first.caps')}>
            <Table<FundFirstCap>
              size="small"
              rowKey="mandateId"
              dataSource={caps}
              pagination={false}
              scroll={{ x: 860 }}
              locale={{ emptyText: <Nothing>{t('first.caps.none')}</Nothing> }}
              columns={[
                { title: t('instant.mandate'), width: 200, render: (_, row) => <Two first={<Link translate="no" to={`/lending/mandates/${row.mandateId}`}>{row.mandate}</Link>} second={<>{row.title} {row.state !== 'active' && <StateMark tone={mandateTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark>}</>} /> },
                { title: t('first.out', yuan), width: 150, align: 'right', render: (_, row) => <Two first={<Fen value={row.out} />} second={t('first.count', { count: row.count })} /> },
                { title: t('first.left', yuan), width: 150, align: 'right', render: (_, row) => <Fen value={row.left} /> },
                { title: t('first.total', yuan), width: 150, align: 'right', render: (_, row) => <Fen value={row.total} /> },
                { title: t('first.firmCap', yuan), width: 140, align: 'right', render: (_, row) => (row.firmCap === null ? '—' : <Fen value={row.firmCap} />) },
                { title: t('first.days'), width: 110, render: (_, row) => t('first.days.count', { days: row.registerDays }) },
              ]}
            />
          </Panel>
          <div>
            <div className={styles['counts']} role="group" aria-label={t('instant.state')}>
              {found.data.states.map(one => (
                <Button key={one.word} size="small" {...(address.state === one.word ? { type: 'primary' as const } : {})} aria-pressed={address.state === one.word} onClick={() => change({ state: address.state === one.word ? '' : one.word, page: 1 })}>
                  {one.title} {one.count} · <Fen value={one.amount} />
                </Button>
              ))}
              <Button size="small" danger {...(address.late === 'true' ? { type: 'primary' as const } : {})} aria-pressed={address.late === 'true'} onClick={() => change({ late: address.late === 'true' ? '' : 'true', page: 1 })}>{t('first.late')}</Button>
            </div>
            <div className={styles['filters']}>
              <SearchBox value={address.q} placeholder={t('first.search')} onChange={q => change({ q })} />
              <Select aria-label={t('instant.mandate')} popupMatchSelectWidth={false} value={address.mandate} onChange={mandate => change({ mandate })} options={[{ value: '', label: t('instant.mandate') }, ...caps.map(cap => ({ value: cap.mandateId, label: `${cap.mandate} ${cap.title}` }))]} />
            </div>
            <Table<FundFirstRow>
              className={styles['table'] ?? ''}
              size="small"
              rowKey="id"
              dataSource={found.data.items}
              loading={found.isPlaceholderData}
              pagination={paging(t, address, found.data.total, change)}
              scroll={{ x: 1120 }}
              sticky={{ offsetHeader: 48 }}
              locale={{ emptyText: filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('first.empty.filtered')}</Nothing> : <Nothing>{t('first.empty')}</Nothing> }}
              columns={[
                { title: t('instant.firm'), width: 200, render: (_, row) => <Two first={<span translate="no">{row.firmName}</span>} second={<Link translate="no" to={`/lending/instant/${row.decisionId}`}>{row.requestNo}</Link>} /> },
                { title: t('first.amount', yuan), width: 130, align: 'right', render: (_, row) => <Fen value={row.amount} /> },
                { title: t('first.due'), width: 140, render: (_, row) => <Due row={row} /> },
                { title: t('instant.state'), width: 130, render: (_, row) => <Two first={<StateMark tone={tones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark>} second={row.breachId === null ? null : <Link to="/loans/breaches">{t('first.breach')}</Link>} /> },
                { title: t('first.missing'), width: 190, render: (_, row) => <Missing row={row} /> },
                { title: t('first.line'), width: 160, render: (_, row) => <Two first={<Link translate="no" to={`/facilities/${row.facilityId}`}>{row.facility}</Link>} second={row.mandateId === null ? null : <Link translate="no" to={`/lending/mandates/${row.mandateId}`}>{row.mandate}</Link>} /> },
                { title: t('first.next'), render: (_, row) => <Next row={row} may={may} /> },
              ]}
            />
          </div>
        </div>
      )}
    </>
  );
}

function Due({ row }: { row: FundFirstRow }) {
  const t = useT();
  if (row.state === 'registered') return <span className="tabular">{formatDate(row.dueOn)}</span>;
  const look = row.daysLeft < 0 ? styles['late'] : row.daysLeft <= 2 ? styles['soon'] : undefined;
  return <Two first={<span className={look}>{formatDate(row.dueOn)}</span>} second={<span className={look}>{row.daysLeft < 0 ? t('registration.overdue', { days: -row.daysLeft }) : row.daysLeft === 0 ? t('registration.today') : t('registration.left', { days: row.daysLeft })}</span>} />;
}

function Missing({ row }: { row: FundFirstRow }) {
  const t = useT();
  if (row.missing.length === 0) return <StateMark tone="green">{t('first.missing.none')}</StateMark>;
  return <>{row.missing.map(one => <span key={one} style={{ marginInlineEnd: 4 }}><StateMark tone={row.daysLeft < 0 ? 'red' : 'grey'}>{t.code('first.missing', one)}</StateMark></span>)}</>;
}

/** The door to what comes next: the pledge with what is known of it, its filing, or what secures it now. */
function Next({ row, may }: { row: FundFirstRow; may: boolean }) {
  const t = useT();
  const { start } = row;
  if (row.pledgeId !== null) {
    return (
      <>
        <Link to={`/pledges/${row.pledgeId}`}>{row.contractNo ?? t('first.toPledge')}</Link>
        {row.registrationId !== null && row.state !== 'registered' && <> · <Link to={`/registrations/${row.registrationId}`}>{t('first.file')}</Link> <span className="soft">{row.registrationTitle}</span></>}
      </>
    );
  }
  if (start === null || !may) return <>—</>;
  const known = { numbers: start.numbers.join('\n'), pledgors: start.firm, debtor: start.firm, mainContractNo: start.mainContractNo, claimKind: 'credit_line', secured: start.secured, debtFrom: start.from, debtTo: start.until };
  return <Link to="/pledges/new" state={known}><Button size="small" type="primary">{t('first.makePledge')}</Button></Link>;
}
