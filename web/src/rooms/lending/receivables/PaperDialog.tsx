import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select, Upload } from 'antd';
import { useState } from 'react';
import { receivableKeys, tellReceivable, type ReceivableRow } from '../../../api/receivables';
import { hex } from '../../../proof/bytes';
import { sha256 } from '../../../proof/sha256';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

/** The debtor is told of the pledge, or confirms what he owes; of the paper its hash is kept. */
export function PaperDialog({ row, onClose }: { row: ReceivableRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting([receivableKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ kind: row.state === 'entered' ? 'notice' : 'confirmation', on: today(), document: '', sha256: '', person: '', amount: row.expected });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const confirms = given.kind === 'confirmation';
  const save = async () => {
    const order = { ...given, amount: confirms ? given.amount.replaceAll(',', '') : null, baseVersion: row.version };
    if (await write.run(() => tellReceivable(row.id, 'papers', order), () => t('receivable.paper.kept'))) onClose();
  };
  return (
    <Modal open title={`${t('receivable.paper')} · ${row.contractNo}`} okText={t('receivable.paper.keep')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['kind', 'on', 'document', 'sha256', 'person', 'amount']} />
        <div className={styles['grid']}>
          <Field label={t('receivable.paper.kind')} id="paper-kind" name="kind" findings={write.findings}>
            <Select id="paper-kind" value={given.kind} onChange={kind => set({ kind })} options={['notice', 'confirmation'].map(one => ({ value: one, label: t.code('receivablePaper', one) }))} />
          </Field>
          <Field label={t('receivable.paper.on')} id="paper-on" name="on" findings={write.findings}>
            <DayField id="paper-on" value={given.on} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
          <Field label={t('receivable.paper.document')} id="paper-document" name="document" findings={write.findings}>
            <Input id="paper-document" translate="no" value={given.document} onChange={event => set({ document: event.target.value })} />
          </Field>
          <Field label={t('receivable.paper.person')} id="paper-person" name="person" findings={write.findings}>
            <Input id="paper-person" translate="no" value={given.person} onChange={event => set({ person: event.target.value })} />
          </Field>
          {confirms && (
            <Field label={t('receivable.paper.amount')} id="paper-amount" name="amount" findings={write.findings}>
              <Input id="paper-amount" translate="no" value={given.amount} onChange={event => set({ amount: event.target.value })} />
            </Field>
          )}
          <div className={styles['wide']}>
            <Field
              label={t('receivable.hash')}
              id="paper-hash"
              name="sha256"
              findings={write.findings}
              extra={
                <Upload
                  showUploadList={false}
                  beforeUpload={async file => {
                    set({ sha256: hex(sha256(new Uint8Array(await file.arrayBuffer()))), document: given.document === '' ? file.name : given.document });
                    return false;
                  }}
                >
                  <Button size="small" icon={<UploadOutlined />}>{t('receivable.paper.file')}</Button>
                </Upload>
              }
            >
              <Input id="paper-hash" translate="no" value={given.sha256} onChange={event => set({ sha256: event.target.value })} />
            </Field>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
