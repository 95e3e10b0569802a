import { Button, Form, Input, Modal, Table } from 'antd';
import type { TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { closeIncident } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import type { Incident } from '../../../api/lendingTypes';
import { formatDate, formatMoney } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';

interface Props {
  items: readonly Incident[];
  pagination?: TableProps<Incident>['pagination'];
  loading?: boolean;
  /** Whether each row names its pledge. */
  named?: boolean;
}

/** Pledges that were lost, and saying what was done about one. */
export function IncidentTable({ items, pagination = false, loading = false, named = false }: Props) {
  const t = useT();
  const may = useMay('lending.incident.close');
  const [closing, setClosing] = useState<Incident | null>(null);
  return (
    <>
      <Table<Incident>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="id"
        dataSource={[...items]}
        loading={loading}
        pagination={pagination}
        locale={{ emptyText: <Nothing>{t('incident.empty')}</Nothing> }}
        scroll={{ x: 960 }}
        columns={[
          { title: t('incident.what'), width: 230, render: (_, one) => <Two first={named ? <Link to={`/pledges/${one.pledgeId}/incidents`}>{one.kindTitle}</Link> : one.kindTitle} second={<Link to={`/registrations/${one.registrationId}`}>{t('incident.registration')}</Link>} /> },
          { title: t('registration.state'), width: 100, render: (_, one) => <StateMark tone={one.open ? 'red' : 'grey'}>{t(one.open ? 'incident.open' : 'incident.closed')}</StateMark> },
          { title: t('incident.effective'), width: 130, render: (_, one) => <Two first={formatDate(one.effectiveOn)} second={`${t('registration.registered')} ${formatDate(one.recordedOn)}`} /> },
          { title: t('incident.lost'), width: 160, align: 'right', render: (_, one) => <span className="tabular">{formatMoney(one.lost, 'yuan')}</span> },
          { title: t('registration.note'), render: (_, one) => <Two first={one.note === '' ? '—' : one.note} second={one.closedBy === null ? t.code('person', one.by) : t.code('person', one.closedBy)} /> },
          { title: '', width: 90, render: (_, one) => (one.open && may ? <Button size="small" onClick={() => setClosing(one)}>{t('incident.close')}</Button> : null) },
        ]}
      />
      {closing !== null && <CloseDialog incident={closing} onClose={() => setClosing(null)} />}
    </>
  );
}

function CloseDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const t = useT();
  const write = useWriting([lendingKeys, ['evidence']], onClose);
  const [note, setNote] = useState('');
  const save = async () => {
    if (await write.run(() => closeIncident(incident.id, { note: note.trim(), baseVersion: incident.version }), () => t('incident.done'))) onClose();
  };
  return (
    <Modal open title={incident.kindTitle} okText={t('incident.close')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['note']} />
        <Field label={t('incident.note')} id="incident-note" name="note" findings={write.findings} extra={t('incident.note.help')}>
          <Input.TextArea id="incident-note" autoSize={{ minRows: 2, maxRows: 6 }} value={note} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
