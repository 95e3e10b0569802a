import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { loanKeys, meetCondition, useFacility, useFacilityTiming } from '../../../api/loans';
import type { BreachView, FacilityDetail, LoanRow } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
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
import { today } from '../../today';
import styles from '../Lending.module.css';
import { SettleDialog } from './BreachesPage';
import { PapersButton } from '../papers/PapersButton';
import { DatedCell } from './DatedCell';
import { DrawDialog } from './DrawDialog';
import { LineStateDialog } from './LineStateDialog';
import { lineTones, loanTones } from './loanTones';
import { TopUpDialog } from './TopUpDialog';

/** One line: what is left of it, what still has to be met, what secures it, and its loans. */
export default function FacilityPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const may = { draw: useMay('lending.loan.draw'), meet: useMay('lending.facility.condition'), state: useMay('lending.facility.state'), settle: useMay('lending.breach.resolve'), top: useMay('lending.facility.topup') };
  const found = useFacility(id);
  const timing = useFacilityTiming(id).data;
  const [drawing, setDrawing] = useState(false);
  const [meeting, setMeeting] = useState<number | null>(null);
  const [changing, setChanging] = useState(false);
  const [topping, setTopping] = useState(false);
  const [settling, setSettling] = useState<BreachView | null>(null);
  const back = <Link to="/facilities">← {t('facility.title')}</Link>;
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
  const { row, coverage } = detail;
  return (
    <>
      <PageHead
        named
        title={row.number}
        back={back}
        state={<><StateMark tone={lineTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> {row.kindTitle} · <span translate="no">{row.borrower}</span> · {formatDate(row.from)} – {formatDate(row.until)}</>}
        actions={
          <>
            <PapersButton about="facility" id={row.id} name={row.number} />
            <Link to={`/evidence?kind=facility&subject=${row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button>
            </Link>
            {may.top && row.state !== 'closed' && <Button onClick={() => setTopping(true)}>{t('topUp.title')}</Button>}
            {may.state && row.state !== 'closed' && <Button onClick={() => setChanging(true)}>{t('facility.state.set')}</Button>}
            {may.draw && row.state === 'open' && <Button type="primary" onClick={() => setDrawing(true)}>{t('facility.draw')}</Button>}
          </>
        }
      />
      {row.because !== '' && <Alert type="warning" showIcon message={row.because} style={{ marginBottom: 10 }} />}
      {detail.breaches.filter(one => one.open).map(one => (
        <Alert key={one.id} type="error" showIcon style={{ marginBottom: 10 }} message={`${one.kindTitle} · ${t('breach.due', { day: formatDate(one.dueOn) })}`} description={<>{t('breach.short')} <Fen value={one.short} /> · {t('breach.assigned')} <span translate="no">{one.assigned}</span></>} action={may.settle ? <Button size="small" onClick={() => setSettling(one)}>{t('breach.settle')}</Button> : null} />
      ))}
      <Figures
        figures={[
          { label: t('facility.amount', { unit: t('shell.unit.yuan') }), value: <Fen value={row.amount} /> },
          { label: t('facility.used', { unit: t('shell.unit.yuan') }), value: <Fen value={row.used} /> },
          { label: t('facility.left', { unit: t('shell.unit.yuan') }), value: <Fen value={row.left} /> },
          { label: t('facility.value'), value: coverage.rights === 0 ? '—' : coverage.value === null || coverage.value === undefined ? t('facility.unknown') : <Fen value={coverage.value} />, note: coverage.most === null || coverage.most === undefined ? null : <>{t('facility.supports')} <Fen value={coverage.most} /></> },
          ...(timing === undefined || timing.days === null || timing.days === undefined ? [] : [{ label: t('facility.timing'), value: t('facility.timing.days', { days: timing.days }), note: timing.sentence }]),
          { label: t('facility.resolution'), value: detail.resolutionNo === '' ? '—' : <span translate="no">{detail.resolutionNo}</span>, note: detail.resolutionUntil === null || detail.resolutionUntil === undefined ? null : t('facility.resolution.until', { day: formatDate(detail.resolutionUntil) }) },
        ]}
      />
      <div className={styles['stack']}>
        <Panel title={t('facility.conditions')}>
          <Table
            size="small"
            rowKey="n"
            dataSource={[...detail.conditions]}
            pagination={false}
            scroll={{ x: 640 }}
            locale={{ emptyText: <span className="soft">{t('facility.conditions.empty')}</span> }}
            columns={[
              { title: t('facility.condition'), dataIndex: 'title' },
              { title: t('loan.state'), width: 110, render: (_, one) => <StateMark tone={one.met ? 'green' : 'amber'}>{t(one.met ? 'facility.met' : 'facility.notMet')}</StateMark> },
              { title: t('facility.document'), width: 240, render: (_, one) => (one.met ? <Two first={one.document} second={<span translate="no">{one.metBy} · {one.metOn === null || one.metOn === undefined ? '' : formatDate(one.metOn)}</span>} /> : may.meet ? <Button size="small" onClick={() => setMeeting(one.n)}>{t('facility.meet')}</Button> : '—') },
            ]}
          />
        </Panel>
        {(detail.pledges.length > 0 || coverage.lost.length > 0) && (
          <Panel title={t('facility.security')}>
            <Table size="small" rowKey="id" dataSource={[...detail.pledges]} pagination={false} scroll={{ x: 480 }} columns={[{ title: t('registration.contract'), render: (_, one) => <span translate="no">{one.contractNo}</span> }, { title: t('loan.state'), width: 120, render: (_, one) => <StateMark tone={one.state === 'perfected' ? 'green' : one.state === 'lost' ? 'red' : 'amber'}>{one.stateTitle}</StateMark> }, { title: t('facility.secured'), width: 160, align: 'right', render: (_, one) => <Fen value={one.secured} /> }]} />
            {coverage.lost.map(one => (
              <p key={one.rightId} className={styles['late']}>
                <Link translate="no" to={`/rights/${one.rightId}`}>{one.number}</Link> {one.title}：{one.why}
              </p>
            ))}
          </Panel>
        )}
        <Panel title={t('facility.loans')}>
          <Table<LoanRow>
            className={styles['rows'] ?? ''}
            size="small"
            rowKey="id"
            dataSource={[...detail.loans]}
            pagination={detail.loans.length > 20 ? { pageSize: 20 } : false}
            scroll={{ x: 760 }}
            locale={{ emptyText: <span className="soft">{t('facility.loans.empty')}</span> }}
            onRow={one => ({ onClick: () => void navigate(`/loans/${one.id}`) })}
            columns={[
              { title: t('loan.number'), width: 150, render: (_, one) => <Link translate="no" to={`/loans/${one.id}`} onClick={event => event.stopPropagation()}>{one.number}</Link> },
              { title: t('loan.borrower'), render: (_, one) => <span translate="no">{one.borrower}</span> },
              { title: t('loan.state'), width: 110, render: (_, one) => <StateMark tone={loanTones[one.state] ?? 'grey'}>{one.stateTitle}</StateMark> },
              { title: t('loan.principal'), width: 150, align: 'right', render: (_, one) => <Fen value={one.principal} /> },
              { title: t('loan.part.balance'), width: 150, align: 'right', render: (_, one) => <Fen value={one.balance} /> },
              { title: t('loan.next'), width: 130, render: (_, one) => <DatedCell row={one} /> },
            ]}
          />
        </Panel>
        {detail.members.length > 0 && (
          <Panel title={t('facility.members')}>
            <Table size="small" rowKey="n" dataSource={[...detail.members]} pagination={detail.members.length > 20 ? { pageSize: 20 } : false} scroll={{ x: 560 }} columns={[{ title: t('facility.memberNo'), width: 120, render: (_, one) => <span translate="no">{one.memberNo}</span> }, { title: t('facility.member'), render: (_, one) => <span translate="no">{one.name}</span> }, { title: t('facility.cap'), width: 140, align: 'right', render: (_, one) => <Fen value={one.cap} /> }, { title: t('facility.memberUsed'), width: 140, align: 'right', render: (_, one) => <Fen value={one.used} /> }]} />
          </Panel>
        )}
      </div>
      {drawing && <DrawDialog detail={detail} onClose={() => setDrawing(false)} onDrawn={loan => void navigate(`/loans/${loan}`)} />}
      {topping && <TopUpDialog detail={detail} onClose={() => setTopping(false)} />}
      {changing && <LineStateDialog detail={detail} onClose={() => setChanging(false)} />}
      {settling !== null && <SettleDialog breach={settling} onClose={() => setSettling(null)} />}
      {meeting !== null && <MeetDialog detail={detail} n={meeting} onClose={() => setMeeting(null)} />}
    </>
  );
}

function MeetDialog({ detail, n, onClose }: { detail: FacilityDetail; n: number; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [document, setDocument] = useState('');
  const save = async () => {
    if (await write.run(() => meetCondition(detail.row.id, n, { document, on: today(), baseVersion: detail.row.version }), () => t('facility.met'))) onClose();
  };
  return (
    <Modal open title={t('facility.meet')} okText={t('facility.meet')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['document']} />
        <p>{detail.conditions.find(one => one.n === n)?.title}</p>
        <Field label={t('facility.document')} id="meet-document" name="document" findings={write.findings}>
          <Input id="meet-document" value={document} onChange={event => setDocument(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
