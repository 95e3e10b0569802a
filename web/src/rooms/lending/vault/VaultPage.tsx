import { Button, Checkbox, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCertificate, useCertificates, type CertificateRow } from '../../../api/vault';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import type { Tone } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import styles from '../Lending.module.css';
import { EnterDialog } from './EnterDialog';
import { StepDialog } from './StepDialog';

const rest = { q: '', state: '', late: '', page: 1, pageSize: 50 };
const states = ['kept', 'lent', 'released'] as const;
const tones: Record<string, Tone> = { kept: 'green', lent: 'blue', released: 'grey' };

/** 权证库: what is where, who has it, and what should be back. */
export default function VaultPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const may = { enter: useMay('lending.certificate.enter'), move: useMay('lending.certificate.move') };
  const found = useCertificates(address);
  const [entering, setEntering] = useState(false);
  const [stepping, setStepping] = useState<CertificateRow | null>(null);
  const filtered = address.q !== '' || address.state !== '' || address.late !== '';
  return (
    <>
      <PageHead title={t('certificate.title')} actions={may.enter ? <Button type="primary" onClick={() => setEntering(true)}>{t('certificate.enter')}</Button> : null} />
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('certificate.search')} onChange={q => change({ q, page: 1 })} />
        <Select aria-label={t('loan.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state, page: 1 })} options={[{ value: '', label: t('registration.state.all') }, ...states.map(one => ({ value: one, label: t(`certificateState.${one}`) }))]} />
        <Checkbox checked={address.late === 'true'} onChange={event => change({ late: event.target.checked ? 'true' : '', page: 1 })}>{t('certificate.lateOnly')}</Checkbox>
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<CertificateRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: <Nothing>{t(filtered ? 'certificate.empty.filtered' : 'certificate.empty')}</Nothing> }}
          scroll={{ x: 1040 }}
          pagination={paging(t, address, found.data.total, change)}
          expandable={{ expandedRowRender: row => <Steps id={row.id} /> }}
          columns={[
            { title: t('certificate.name'), render: (_, row) => <Two first={<span translate="no">{row.title}</span>} second={<>{row.kindTitle} · <span translate="no">{row.number}</span></>} /> },
            { title: t('certificate.pledge'), width: 170, render: (_, row) => <Link translate="no" to={`/pledges/${row.pledgeId}`}>{row.contractNo}</Link> },
            { title: t('loan.state'), width: 110, render: (_, row) => <StateMark tone={row.late ? 'red' : (tones[row.state] ?? 'grey')}>{row.stateTitle}</StateMark> },
            { title: t('certificate.location'), width: 140, render: (_, row) => <span translate="no">{row.location}</span> },
            { title: t('certificate.holder'), width: 140, render: (_, row) => (row.holder === '' ? '—' : <span translate="no">{row.holder}</span>) },
            { title: t('certificate.dueBack'), width: 130, render: (_, row) => (row.dueBack == null ? '—' : <Two first={<span className={row.late ? styles['late'] : undefined}>{formatDate(row.dueBack)}</span>} second={row.late ? <span className={styles['late']}>{t('certificate.late')}</span> : null} />) },
            { title: t('certificate.lastOn'), width: 120, render: (_, row) => formatDate(row.lastOn) },
            { title: '', width: 84, render: (_, row) => (may.move && row.state !== 'released' ? <Button size="small" onClick={() => setStepping(row)}>{t('certificate.step')}</Button> : null) },
          ]}
        />
      )}
      {entering && <EnterDialog onClose={() => setEntering(false)} />}
      {stepping !== null && <StepDialog row={stepping} onClose={() => setStepping(null)} />}
    </>
  );
}

function Steps({ id }: { id: string }) {
  const t = useT();
  const found = useCertificate(id);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Table
      size="small"
      rowKey="n"
      loading={found.data === undefined}
      pagination={false}
      dataSource={[...(found.data?.steps ?? [])]}
      columns={[
        { title: t('certificate.steps'), width: 100, dataIndex: 'actTitle' },
        { title: t('certificate.on'), width: 120, render: (_, one) => formatDate(one.on) },
        { title: t('certificate.location'), width: 140, render: (_, one) => <span translate="no">{one.location}</span> },
        { title: t('certificate.holder'), width: 200, render: (_, one) => <Two first={<span translate="no">{one.holder === '' ? '—' : one.holder}</span>} second={one.dueBack == null ? null : `${t('certificate.dueBack')} ${formatDate(one.dueBack)}`} /> },
        { title: t('certificate.reason'), render: (_, one) => (one.reason === '' ? '—' : one.reason) },
        { title: t('loan.by'), width: 170, render: (_, one) => <Two first={formatInstant(one.at)} second={t.code('person', one.by)} /> },
      ]}
    />
  );
}
