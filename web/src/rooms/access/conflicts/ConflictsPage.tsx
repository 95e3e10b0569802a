import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Radio, Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { decideConflict, type ConflictView } from '../../../api/people';
import { useConflicts } from '../../../api/peopleQueries';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT, type Word } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';
import { RaiseConflict } from './RaiseConflict';
import styles from '../People.module.css';

const rest = { state: '', page: 1, pageSize: 50 };
const states = ['open', 'approved', 'refused'];
const tones: Record<string, Tone> = { open: 'amber', approved: 'green', refused: 'red' };

function DecideConflict({ conflict, onClose }: { conflict: ConflictView; onClose: () => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const [outcome, setOutcome] = useState<'approved' | 'refused' | null>(null);
  const [note, setNote] = useState('');
  const decide = async () => {
    if (outcome !== null && (await write.run(() => decideConflict(conflict.id, outcome, note.trim()), () => t('conflicts.decided')))) onClose();
  };
  return (
    <Modal open title={t('conflicts.decide.title', { party: conflict.party })} okText={t('conflicts.decide')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: outcome === null || note.trim() === '' }} onOk={() => void decide()} onCancel={onClose}>
      <p>{conflict.roles.join(t('access.listComma'))}</p>
      <p className="soft">{conflict.note}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['note']} />
        <Form.Item>
          <Radio.Group value={outcome} onChange={event => setOutcome(event.target.value as 'approved' | 'refused')}>
            <Radio value="approved">{t('conflicts.approve')}</Radio>
            <Radio value="refused">{t('conflicts.refuse')}</Radio>
          </Radio.Group>
        </Form.Item>
        <Field label={t('conflicts.decide.why')} id="conflict-why" name="note" findings={write.findings}>
          <Input.TextArea id="conflict-why" rows={3} maxLength={1000} value={note} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

/** One organisation in several roles of one deal: reported by one person, decided by another. */
export default function ConflictsPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const found = useConflicts(address);
  const [mayRaise, mayDecide] = [useMay('access.conflict.raise'), useMay('access.conflict.decide')];
  const [raising, setRaising] = useState(false);
  const [deciding, setDeciding] = useState<ConflictView | null>(null);
  const raise = mayRaise ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setRaising(true)}>
      {t('conflicts.raise')}
    </Button>
  ) : undefined;
  const columns: ColumnsType<ConflictView> = [
    { title: t('conflicts.party'), width: 150, render: (_, row) => row.party },
    { title: t('conflicts.roles'), width: 200, render: (_, row) => row.roles.join(t('access.listComma')) },
    { title: t('conflicts.subject'), width: 100, render: (_, row) => (row.subjectKind === 'deal' ? <Link to={`/deals/${row.subjectId}`}>{t('conflicts.subject.deal')}</Link> : <code>{`${row.subjectKind} ${row.subjectId}`}</code>) },
    { title: t('conflicts.state'), width: 90, render: (_, row) => <StateMark tone={tones[row.state] ?? 'grey'}>{t.code('conflictState', row.state)}</StateMark> },
    {
      title: t('conflicts.what'),
      render: (_, row) => (
        <span className={styles['cell']}>
          <span>{row.note}</span>
          {row.decisionNote !== null && <span className={styles['small']}>{row.decisionNote}</span>}
        </span>
      ),
    },
    { title: t('conflicts.raisedBy'), width: 140, render: (_, row) => <span className={styles['cell']}><span>{row.raisedBy}</span><span className={styles['small']}>{formatInstant(row.raisedAt)}</span></span> },
    {
      title: t('conflicts.decidedBy'),
      width: 140,
      render: (_, row) =>
        row.decidedBy !== null ? (
          <span className={styles['cell']}><span>{row.decidedBy}</span><span className={styles['small']}>{formatInstant(row.decidedAt)}</span></span>
        ) : mayDecide && !row.own ? (
          <Button size="small" onClick={() => setDeciding(row)}>{t('conflicts.decide')}</Button>
        ) : (
          t('shell.none')
        ),
    },
  ];
  return (
    <>
      <PageHead title={t('conflicts.title')} state={found.data === undefined ? <>&nbsp;</> : t('shell.total', { count: found.data.total })} actions={raise} />
      <p className={styles['note']}>{t('conflicts.note')}</p>
      <div className={styles['filters']}>
        <Select aria-label={t('conflicts.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state })} options={[{ value: '', label: t('conflicts.states.all') }, ...states.map(value => ({ value, label: t(`conflictState.${value}` as Word) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton />}
      {found.data !== undefined && !found.isError && (
        <Table<ConflictView>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={found.data.items}
          scroll={{ x: 1080 }}
          locale={{ emptyText: <Nothing action={raise}>{t('conflicts.empty')}</Nothing> }}
          pagination={{ current: address.page, pageSize: address.pageSize, total: found.data.total, pageSizeOptions: pageSizes, hideOnSinglePage: true, onChange: (page, pageSize) => change({ page, pageSize }) }}
        />
      )}
      {raising && <RaiseConflict onClose={() => setRaising(false)} />}
      {deciding !== null && <DecideConflict conflict={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}
