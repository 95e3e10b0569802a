import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select, Upload } from 'antd';
import { useState } from 'react';
import { loanKeys } from '../../../api/loans';
import { keepProof, type ProceedsRow, type ProceedsView } from '../../../api/proceeds';
import { hex } from '../../../proof/bytes';
import { sha256 } from '../../../proof/sha256';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { Lacking } from '../Lacking';
import styles from '../Lending.module.css';

/** A paper that shows what a payment was for; its file is hashed here. */
export function ProofDialog({ id, row, kinds, onClose }: { id: string; row: ProceedsRow; kinds: ProceedsView['kinds']; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ kind: kinds[0]?.id ?? '', number: '', on: today(), amount: row.unproved, file: '', sha256: '' });
  const counts = kinds.find(one => one.id === given.kind)?.counts !== false;
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  /** What was filled in beforehand goes with a kind that proves it. */
  const choose = (kind: string) => {
    const proves = kinds.find(one => one.id === kind)?.counts !== false;
    set({ kind, amount: proves && given.amount === '' ? row.unproved : !proves && given.amount === row.unproved ? '' : given.amount });
  };
  const save = async () => {
    if (await write.run(() => keepProof(id, row.n, { ...given, number: given.number.trim(), amount: given.amount.replaceAll(',', '').trim() }), () => t('proceeds.proof.kept'))) onClose();
  };
  return (
    <Modal open title={`${t('proceeds.proof.add')} · ${row.payee}`} okText={t('proceeds.proof.add')} okButtonProps={{ disabled: given.sha256 === '' || given.number.trim() === '' }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['kind', 'number', 'on', 'amount', 'file', 'sha256']} />
        <div className={styles['grid']}>
          <Field label={t('proceeds.proof.kind')} id="proof-kind" name="kind" findings={write.findings}>
            <Select id="proof-kind" value={given.kind} onChange={choose} options={kinds.map(one => ({ value: one.id, label: one.counts ? one.title : `${one.title} · ${t('proceeds.proof.beside')}` }))} />
          </Field>
          <Field label={t('proceeds.proof.number')} id="proof-number" name="number" findings={write.findings}>
            <Input id="proof-number" translate="no" value={given.number} onChange={event => set({ number: event.target.value })} />
          </Field>
          <Field label={t('proceeds.proof.on')} id="proof-on" name="on" findings={write.findings}>
            <DayField id="proof-on" value={given.on} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
          <Field label={t(counts ? 'proceeds.proof.amount' : 'proceeds.proof.amount.beside')} id="proof-amount" name="amount" findings={write.findings}>
            <Input id="proof-amount" inputMode="decimal" value={given.amount} onChange={event => set({ amount: event.target.value })} />
          </Field>
          <div className={styles['wide']}>
            <Field label={t('proceeds.proof.file')} id="proof-file" name="sha256" findings={write.findings}>
              <Upload
                id="proof-file"
                showUploadList={false}
                beforeUpload={async file => {
                  set({ sha256: hex(sha256(new Uint8Array(await file.arrayBuffer()))), file: file.name });
                  return false;
                }}
              >
                <Button size="small" icon={<UploadOutlined />}>{t('proceeds.proof.choose')}</Button>
              </Upload>
              {given.sha256 !== '' && <p><span translate="no">{given.file}</span> <code translate="no">sha256:{given.sha256.slice(0, 12)}</code></p>}
            </Field>
          </div>
        </div>
        <Lacking fields={[given.number.trim() === '' && t('proceeds.proof.number'), given.sha256 === '' && t('proceeds.proof.file')]} />
      </Form>
    </Modal>
  );
}
