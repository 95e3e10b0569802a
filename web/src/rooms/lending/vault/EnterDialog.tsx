import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { usePledges } from '../../../api/lendingQueries';
import { enterCertificate, vaultKeys } from '../../../api/vault';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

const kinds = ['certificate', 'registration', 'contract', 'policy', 'other'];

/** A certificate or registration paper of a pledge comes into the vault. */
export function EnterDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = useWriting([vaultKeys, ['evidence']], onClose);
  const [search, setSearch] = useState('');
  const pledges = usePledges({ q: search, pageSize: 50 });
  const [given, setGiven] = useState({ pledgeId: '', kind: 'certificate', number: '', title: '', location: '', on: today() });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    if (await write.run(() => enterCertificate(given), () => t('certificate.entered'))) onClose();
  };
  const text = (key: 'number' | 'title' | 'location', label: string) => (
    <Field label={label} id={`certificate-${key}`} name={key} findings={write.findings}>
      <Input id={`certificate-${key}`} translate="no" value={given[key]} onChange={event => set({ [key]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open title={t('certificate.enter')} okText={t('certificate.enter')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.pledgeId === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['pledgeId', 'kind', 'number', 'title', 'location', 'on']} />
        <div className={styles['grid']}>
          <Field label={t('certificate.pledge')} id="certificate-pledge" name="pledgeId" findings={write.findings}>
            <Select id="certificate-pledge" showSearch filterOption={false} onSearch={setSearch} value={given.pledgeId === '' ? null : given.pledgeId} onChange={pledgeId => set({ pledgeId })} options={(pledges.data?.items ?? []).map(one => ({ value: one.id, label: `${one.contractNo} ${one.pledgors.join("、")}` }))} />
          </Field>
          <Field label={t('certificate.kind')} id="certificate-kind" name="kind" findings={write.findings}>
            <Select id="certificate-kind" value={given.kind} onChange={kind => set({ kind })} options={kinds.map(one => ({ value: one, label: t.code('certificateKind', one) }))} />
          </Field>
          {text('number', t('certificate.number'))}
          {text('title', t('certificate.name'))}
          {text('location', t('certificate.location'))}
          <Field label={t('certificate.on')} id="certificate-on" name="on" findings={write.findings}>
            <DayField id="certificate-on" value={given.on} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
        </div>
      </Form>
    </Modal>
  );
}
