import { FileProtectOutlined, StopOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { instantKeys, reopenMandate, stopMandate, useMandate, type InstantCount, type MandateDetail } from '../../../api/instant';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { mandateTones } from './instantTones';

/** One mandate: caps and what is left, what it decides by, what it decided, and the switch. */
export default function MandatePage() {
  const t = useT();
  const { id = '' } = useParams();
  const may = { stop: useMay('lending.mandate.stop'), reopen: useMay('lending.mandate.reopen') };
  const found = useMandate(id);
  const [asking, setAsking] = useState<'stop' | 'reopen' | null>(null);
  const back = <Link to="/lending/mandates">← {t('mandate.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const detail = found.data;
  const { row } = detail;
  const yuan = { unit: t('shell.unit.yuan') };
  return (
    <>
      <PageHead
        named
        title={row.code}
        back={back}
        state={<><StateMark tone={mandateTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> {row.title} · {detail.productTitle} · {formatDate(row.from)} – {formatDate(row.until)}</>}
        actions={
          <>
            <Link to={`/evidence?kind=mandate&subject=${row.id}`}><Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button></Link>
            <Link to={`/lending/instant?mandate=${row.id}`}><Button>{t('mandate.decisions')}</Button></Link>
            {may.reopen && row.state === 'stopped' && <Button type="primary" onClick={() => setAsking('reopen')}>{t('mandate.reopen')}</Button>}
            {may.stop && row.state === 'active' && <Button danger type="primary" icon={<StopOutlined />} onClick={() => setAsking('stop')}>{t('mandate.stop')}</Button>}
          </>
        }
      />
      {row.state === 'stopped' && <Alert type="error" showIcon style={{ marginBottom: 10 }} message={t('mandate.stopped.by', { by: t.code('person', row.stoppedBy), at: formatInstant(row.stoppedAt ?? row.changedAt), reason: row.because })} />}
      <Figures
        figures={[
          { label: t('mandate.total', yuan), value: <Fen value={row.total} /> },
          { label: t('mandate.used', yuan), value: <Fen value={row.used} /> },
          { label: t('mandate.left', yuan), value: <Fen value={row.left} /> },
          { label: t('mandate.dayCap', yuan), value: <Fen value={row.dayCap} />, note: <>{t('mandate.usedToday', yuan)} <Fen value={row.usedToday} /></> },
          { label: t('mandate.firmCap', yuan), value: <Fen value={row.firmCap} /> },
        ]}
      />
      <div className={styles['stack']}>
        <Panel title={t('mandate.outcomes')}>
          <Counts rows={[...detail.outcomes, ...detail.states]} />
        </Panel>
        <Panel title={t('mandate.rules')}>
          <dl className={styles['facts']}>
            <dt>{t('mandate.firstFund')}</dt><dd>{row.firstFund ? t('mandate.firstFund.yes', { days: detail.registerDays }) : t('mandate.firstFund.no')}</dd>
            <dt>{t('mandate.windowDays')}</dt><dd>{detail.windowDays}</dd>
            <dt>{t('mandate.most')}</dt><dd>{detail.mostInWindow}</dd>
            <dt>{t('mandate.offerDays')}</dt><dd>{detail.offerDays}</dd>
            <dt>{t('mandate.ownIndex')}</dt><dd translate="no">{detail.ownIndex === '' ? t('mandate.ours') : detail.ownIndex}</dd>
            <dt>{t('mandate.blocked')}</dt><dd translate="no">{detail.blocked.length === 0 ? t('mandate.blocked.none') : detail.blocked.join('、')}</dd>
            {detail.approval !== null && detail.approval !== undefined && <><dt>{t('mandate.approval')}</dt><dd><Link to={`/approvals/${detail.approval}`}>{t('mandate.approval')}</Link></dd></>}
          </dl>
        </Panel>
        <Panel title={t('mandate.texts')}>
          <Table
            size="small"
            rowKey="hash"
            pagination={false}
            scroll={{ x: 640 }}
            dataSource={[...detail.texts]}
            columns={[
              { title: t('mandate.text'), render: (_, one) => <Two first={one.title} second={<span translate="no">{one.id}</span>} /> },
              { title: t('mandate.version'), width: 90, dataIndex: 'version' },
              { title: t('mandate.state'), width: 110, render: (_, one) => <StateMark tone={one.verified ? 'green' : 'amber'}>{t(one.verified ? 'mandate.verified' : 'mandate.unverified')}</StateMark> },
              { title: t('mandate.hash'), width: 180, render: (_, one) => <code translate="no">{one.hash.replace('sha256:', '').slice(0, 16)}…</code> },
            ]}
          />
        </Panel>
      </div>
      {asking !== null && <ReasonDialog detail={detail} act={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

export function Counts({ rows }: { rows: readonly InstantCount[] }) {
  const t = useT();
  return <Table<InstantCount> size="small" rowKey="word" pagination={false} scroll={{ x: 420 }} dataSource={[...rows]} columns={[{ title: t('instant.outcome'), dataIndex: 'title' }, { title: t('mandate.decisions'), width: 110, align: 'right', dataIndex: 'count' }, { title: t('instant.amount', { unit: t('shell.unit.yuan') }), width: 180, align: 'right', render: (_, one) => <Fen value={one.amount} /> }]} />;
}

function ReasonDialog({ detail, act, onClose }: { detail: MandateDetail; act: 'stop' | 'reopen'; onClose: () => void }) {
  const t = useT();
  const write = useWriting([instantKeys, ['evidence']], onClose);
  const [reason, setReason] = useState('');
  const { row } = detail;
  const save = async () => {
    const done = act === 'stop' ? await write.run(() => stopMandate(row.id, reason), answer => t('mandate.stopped', { offers: answer.offers })) : await write.run(() => reopenMandate(row.id, reason, row.version), () => t('mandate.reopened'));
    if (done) onClose();
  };
  return (
    <Modal open title={act === 'stop' ? t('mandate.stop.title') : `${t('mandate.reopen')} ${row.code}`} okText={act === 'stop' ? t('mandate.stop') : t('mandate.submit')} okButtonProps={{ danger: act === 'stop' }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['reason']} />
        {act === 'stop' && <p>{t('mandate.stop.help')}</p>}
        <Field label={t('mandate.reason')} id="mandate-reason" name="reason" findings={write.findings}>
          <Input.TextArea id="mandate-reason" autoSize={{ minRows: 2, maxRows: 6 }} value={reason} onChange={event => setReason(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
