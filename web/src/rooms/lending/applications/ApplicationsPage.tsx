import { CalculatorOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { draftApplication, useApplications, useLoanProducts } from '../../../api/origination';
import { lendingKeys } from '../../../api/lendingQueries';
import type { ApplicationRow } from '../../../api/originationTypes';
import { formatInstant } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import styles from '../Lending.module.css';
import { toneOf } from './tones';

const rest = { q: '', state: '', product: '', waits: '', page: 1, pageSize: 50 };

/** The pipeline: how many stand where and for how much, who is waited for. */
export default function ApplicationsPage() {
  const t = useT();
  const navigate = useNavigate();
  const may = useMay('lending.application.draft');
  const [address, change] = useAddress(rest);
  const found = useApplications(address);
  const products = useLoanProducts();
  const write = useWriting([lendingKeys]);
  const filtered = [address.q, address.state, address.product, address.waits].some(value => value !== '');
  const begin = () =>
    void write.run(
      async () => {
        const made = await draftApplication({});
        void navigate(`/lending/applications/${made.row.id}`);
        return made;
      },
      made => made.row.number,
    );
  const actions = (
    <>
      <UnitSwitch />
      <Link to="/lending/match"><Button icon={<CalculatorOutlined />}>{t('match.title')}</Button></Link>
      {may && <Button type="primary" icon={<PlusOutlined />} loading={write.busy} onClick={begin}>{t('application.new')}</Button>}
    </>
  );
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('application.empty.filtered')}</Nothing> : <Nothing>{t('application.empty')}</Nothing>;
  const title = (code: string) => products.data?.rows.find(row => row.code === code)?.title ?? code;
  return (
    <>
      <PageHead title={t('application.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={actions} />
      <div className={styles['counts']} role="group" aria-label={t('application.state')}>
        {(found.data?.counts ?? []).map(one => (
          <Button key={one.state} size="small" {...(address.state === one.state ? { type: 'primary' as const } : {})} aria-pressed={address.state === one.state} onClick={() => change({ state: address.state === one.state ? '' : one.state, page: 1 })}>
            {one.title} {one.count} · <Amount value={one.amount} />
          </Button>
        ))}
      </div>
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('application.search')} onChange={q => change({ q })} />
        <Select aria-label={t('application.product')} popupMatchSelectWidth={false} value={address.product} onChange={product => change({ product })} options={[{ value: '', label: t('application.product') }, ...(products.data?.rows ?? []).map(row => ({ value: row.code, label: row.title }))]} />
        <Select aria-label={t('application.waits')} popupMatchSelectWidth={false} value={address.waits} onChange={waits => change({ waits })} options={[{ value: '', label: t('application.waits.all') }, ...(['applicant', 'reviewer', 'approver'] as const).map(one => ({ value: one as string, label: t(`waits.${one}`) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<ApplicationRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1020 }}
          sticky={{ offsetHeader: 48 }}
          pagination={paging(t, address, found.data.total, change)}
          onRow={row => ({ onClick: () => void navigate(`/lending/applications/${row.id}`) })}
          columns={[
            { title: t('application.number'), fixed: 'left', width: 180, render: (_, row) => <Link to={`/lending/applications/${row.id}`} onClick={event => event.stopPropagation()} translate="no">{row.number}</Link> },
            { title: t('application.firm'), width: 220, render: (_, row) => (row.firmName === '' ? <span className="soft">—</span> : <span translate="no">{row.firmName}</span>) },
            { title: t('application.product'), width: 150, render: (_, row) => (row.product === '' ? '—' : title(row.product)) },
            { title: t('application.amount'), width: 130, align: 'right', render: (_, row) => <Amount value={row.granted ?? row.amount} /> },
            { title: t('product.months'), width: 90, align: 'right', render: (_, row) => row.months ?? '—' },
            { title: t('application.state'), width: 140, render: (_, row) => <Two first={<StateMark tone={toneOf(row)}>{row.stateTitle}</StateMark>} second={row.outcome === '' ? null : t(`applicationOutcome.${row.outcome}`)} /> },
            { title: t('application.waits'), width: 90, render: (_, row) => (row.waits === '' ? '—' : t(`waits.${row.waits}`)) },
            { title: t('application.changed'), width: 170, render: (_, row) => <Two first={formatInstant(row.changedAt)} second={t.code('person', row.changedBy)} /> },
          ]}
        />
      )}
    </>
  );
}
