import { Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { fetchFile } from '../../../api/ask';
import { keepContact, loanKeys, useContacts, useDunning } from '../../../api/loans';
import type { DunningRow } from '../../../api/loanShapes';
import { formatDate, formatInstant } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { today } from '../../today';
import { saveBytes } from './saveBytes';
import styles from '../Lending.module.css';

/** 逾期催收: whom a letter is due to, and what was said so far. */
export default function DunningPage() {
  const t = useT();
  const failed = useFailureNotice();
  const may = useMay('lending.contact.keep');
  const found = useDunning(true);
  const [contacting, setContacting] = useState<DunningRow | null>(null);
  const letter = async (row: DunningRow) => {
    try {
      const file = await fetchFile(`/loans/${row.loanId}/letter.docx`);
      saveBytes(file.bytes, `${row.letter}-${row.number}.docx`);
    } catch (reason) {
      failed(reason);
    }
  };
  return (
    <>
      <PageHead title={t('dunning.title')} state={t('dunning.note')} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={6} />}
      {found.data !== undefined && !found.isError && (
        <Table<DunningRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="loanId"
          dataSource={[...found.data.rows]}
          locale={{ emptyText: <Nothing>{t('dunning.empty')}</Nothing> }}
          scroll={{ x: 1340 }}
          pagination={found.data.rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          expandable={{ rowExpandable: row => row.contacts > 0, expandedRowRender: row => <Contacts id={row.loanId} /> }}
          columns={[
            { title: t('loan.number'), width: 170, render: (_, row) => <Link translate="no" to={`/loans/${row.loanId}`}>{row.number}</Link> },
            { title: t('loan.borrower'), width: 220, render: (_, row) => <Two first={<span translate="no">{row.borrower}</span>} second={<span translate="no">{row.officer}</span>} /> },
            { title: t('dunning.days'), width: 130, align: 'right', render: (_, row) => <span className={row.days > 0 ? styles['late'] : 'tabular'}>{row.days}</span> },
            { title: t('loan.dueOn'), width: 120, render: (_, row) => (row.dueOn == null ? '—' : formatDate(row.dueOn)) },
            { title: t('dunning.amount'), width: 150, align: 'right', render: (_, row) => <Fen value={row.amount} /> },
            { title: t('dunning.letter'), width: 170, render: (_, row) => row.letter },
            { title: t('dunning.last'), width: 150, render: (_, row) => (row.lastContact == null ? '—' : <Two first={formatDate(row.lastContact)} second={row.promisedOn == null ? null : t('dunning.promised', { day: formatDate(row.promisedOn) })} />) },
            { title: '', width: 190, render: (_, row) => <><Button size="small" onClick={() => void letter(row)}>{t('dunning.download')}</Button> {may && <Button size="small" onClick={() => setContacting(row)}>{t('dunning.contact')}</Button>}</> },
          ]}
        />
      )}
      {contacting !== null && <ContactDialog row={contacting} onClose={() => setContacting(null)} />}
    </>
  );
}

function Contacts({ id }: { id: string }) {
  const t = useT();
  const found = useContacts(id);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Table
      size="small"
      rowKey="n"
      loading={found.data === undefined}
      pagination={false}
      dataSource={found.data ?? []}
      columns={[
        { title: t('loan.dueOn'), width: 120, render: (_, one) => formatDate(one.on) },
        { title: t('dunning.channel'), width: 110, render: (_, one) => t.code('contactChannel', one.channel) },
        { title: t('dunning.person'), width: 130, render: (_, one) => <span translate="no">{one.person}</span> },
        { title: t('dunning.said'), render: (_, one) => <span translate="no">{one.said}</span> },
        { title: t('dunning.promisedOn'), width: 180, render: (_, one) => (one.promisedOn == null ? '—' : <Two first={<>{formatDate(one.promisedOn)} {one.promised == null ? null : <Fen value={one.promised} />}</>} second={one.broken ? <span className={styles['late']}>{t('dunning.broken')}</span> : null} />) },
        { title: t('loan.by'), width: 170, render: (_, one) => <Two first={formatInstant(one.at)} second={t.code('person', one.by)} /> },
      ]}
    />
  );
}

function ContactDialog({ row, onClose }: { row: DunningRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ on: today(), channel: 'phone', person: '', said: '', promisedOn: '', promised: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    const order = { ...given, promisedOn: given.promisedOn === '' ? null : given.promisedOn, promised: given.promised.trim() === '' ? null : given.promised.replaceAll(',', '').trim() };
    if (await write.run(() => keepContact(row.loanId, order), () => t('dunning.kept'))) onClose();
  };
  return (
    <Modal open title={`${t('dunning.contact')} · ${row.number}`} okText={t('dunning.contact')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['on', 'channel', 'person', 'said', 'promisedOn', 'promised']} />
        <div className={styles['grid']}>
          <Field label={t('certificate.on')} id="contact-on" name="on" findings={write.findings}>
            <DayField id="contact-on" value={given.on} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
          <Field label={t('dunning.channel')} id="contact-channel" name="channel" findings={write.findings}>
            <Select id="contact-channel" value={given.channel} onChange={channel => set({ channel })} options={['phone', 'letter', 'message'].map(one => ({ value: one, label: t.code('contactChannel', one) }))} />
          </Field>
          <Field label={t('dunning.person')} id="contact-person" name="person" findings={write.findings}>
            <Input id="contact-person" translate="no" value={given.person} onChange={event => set({ person: event.target.value })} />
          </Field>
          <Field label={t('dunning.promisedOn')} id="contact-promised-on" name="promisedOn" findings={write.findings}>
            <DayField id="contact-promised-on" value={given.promisedOn} min={given.on} onChange={promisedOn => set({ promisedOn })} />
          </Field>
          <Field label={t('dunning.promisedAmount')} id="contact-promised" name="promised" findings={write.findings}>
            <Input id="contact-promised" inputMode="decimal" value={given.promised} onChange={event => set({ promised: event.target.value })} />
          </Field>
          <div className={styles['wide']}>
            <Field label={t('dunning.said')} id="contact-said" name="said" findings={write.findings}>
              <Input.TextArea id="contact-said" autoSize={{ minRows: 2, maxRows: 6 }} value={given.said} onChange={event => set({ said: event.target.value })} />
            </Field>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
