import { Alert, Button, Popconfirm, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFacility, useLoan } from '../../../api/loans';
import { useOrganisations } from '../../../api/peopleQueries';
import { endShare, shareKeys, shareWith, useSharesOfRecord, type ShareRow } from '../../../api/portal';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import lending from '../Lending.module.css';

const shareable = ['enterprise', 'person', 'university', 'hospital', 'association', 'state_platform', 'guarantor', 'insurer', 'bureau', 'fund', 'custodian'];

/** A loan and its line shown to the firm that owes it, and taken back. */
export default function SharePage() {
  const t = useT();
  const { id = '' } = useParams();
  const found = useLoan(id);
  const facility = useFacility(found.data?.row.facilityId ?? '');
  const organisations = useOrganisations({ pageSize: 200 });
  const loanShares = useSharesOfRecord('loan', id);
  const lineShares = useSharesOfRecord('facility', found.data?.row.facilityId ?? '');
  const write = useWriting([shareKeys, ['evidence']]);
  const [chosen, setChosen] = useState<string | null>(null);
  const back = <Link to={`/loans/${id}`}>← {t('loan.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? <>{back}<Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={6} />;
  }
  const { row } = found.data;
  const all = organisations.data?.items ?? [];
  const name = (organisation: string) => all.find(one => one.id === organisation)?.name ?? organisation;
  const running = (shares: readonly ShareRow[] | undefined) => (shares ?? []).filter(one => one.state !== 'ended');
  const rows = running(loanShares.data?.items);
  const code = facility.data?.row.borrowerCode ?? '';
  const borrower = all.find(one => code !== '' && one.code === code) ?? all.find(one => one.name === row.borrower);
  const organisation = chosen ?? (borrower !== undefined && !rows.some(one => one.organisation === borrower.id) ? borrower.id : null);
  const share = () => organisation !== null && void write.run(async () => {
    const made = await shareWith('loan', row.id, organisation, 'read');
    if (!running(lineShares.data?.items).some(one => one.organisation === organisation)) await shareWith('facility', row.facilityId, organisation, 'read');
    setChosen(null);
    return made;
  }, () => t('share.done', { name: name(organisation) }));
  const take = (one: ShareRow) => void write.run(async () => {
    const ended = await endShare(one.id);
    for (const line of running(lineShares.data?.items).filter(other => other.organisation === one.organisation)) await endShare(line.id);
    return ended;
  }, () => t('share.ended', { name: name(one.organisation) }));
  return (
    <>
      <PageHead title={t('share.title')} back={back} state={<><Link to={`/loans/${id}`} translate="no">{row.number}</Link> · <span translate="no">{row.borrower}</span></>} />
      <div className={lending['stack']}>
        <Panel title={t('share.with')} note={t('share.note')}>
          <OtherFindings findings={write.findings} fields={[]} />
          {organisations.isError && <Failure reason={organisations.error} onRetry={() => void organisations.refetch()} />}
          {borrower === undefined && organisations.data !== undefined && <Alert type="info" showIcon style={{ marginBottom: 10 }} message={t('share.unknown', { name: row.borrower })} />}
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Select aria-label={t('share.organisation')} showSearch optionFilterProp="label" style={{ minWidth: 260 }} placeholder={t('share.organisation')} value={organisation} onChange={setChosen} options={all.filter(one => shareable.includes(one.kind)).map(one => ({ value: one.id, label: one.name }))} />
            <Button type="primary" disabled={organisation === null || rows.some(one => one.organisation === organisation)} loading={write.busy} onClick={share}>{t('share.go')}</Button>
          </div>
        </Panel>
        <Panel title={t('share.now')}>
          {loanShares.isError && <Failure reason={loanShares.error} onRetry={() => void loanShares.refetch()} />}
          <Table<ShareRow>
            size="small"
            rowKey="id"
            loading={loanShares.isPending}
            pagination={false}
            scroll={{ x: 800 }}
            dataSource={loanShares.data?.items ?? []}
            locale={{ emptyText: <Nothing>{t('share.none')}</Nothing> }}
            columns={[
              { title: t('share.organisation'), render: (_, one) => <span translate="no">{name(one.organisation)}</span> },
              { title: t('share.right'), width: 90, render: (_, one) => t.code('shareRight', one.right) },
              { title: t('share.days'), width: 170, render: (_, one) => <Two first={formatDate(one.from)} second={one.until === null ? t('share.open') : formatDate(one.until)} /> },
              { title: t('aid.state'), width: 100, render: (_, one) => <StateMark tone={one.state === 'ended' ? 'grey' : 'green'}>{t.code('shareState', one.state)}</StateMark> },
              { title: t('aid.by'), width: 160, render: (_, one) => <Two first={formatInstant(one.grantedAt)} second={<span translate="no">{t.code('person', one.grantedBy)}</span>} /> },
              { title: '', width: 100, render: (_, one) => one.state !== 'ended' && <Popconfirm title={t('share.take.ask')} okText={t('share.take')} cancelText={t('shell.cancel')} onConfirm={() => take(one)}><Button size="small" danger>{t('share.take')}</Button></Popconfirm> },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
