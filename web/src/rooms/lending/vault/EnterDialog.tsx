import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { usePledges } from '../../../api/lendingQueries';
import { enterPaper, vaultKeys } from '../../../api/vault';
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
    if (await write.run(() => enterPaper(given), () => t('paper.entered'))) onClose();
  };
  const text = (key: 'number' | 'title' | 'location', label: string) => (
    <Field label={label} id={`paper-${key}`} name={key} findings={write.findings}>
      <Input id={`paper-${key}`} translate="no" value={given[key]} onChange={event => set({ [key]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open title={t('paper.enter')} okText={t('paper.enter')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.pledgeId === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['pledgeId', 'kind', 'number', 'title', 'location', 'on']} />
        <div className={styles['grid']}>
          <Field label={t('paper.pledge')} id="paper-pledge" name="pledgeId" findings={write.findings}>
            <Select id="paper-pledge" showSearch filterOption={false} onSearch={setSearch} value={given.pledgeId === '' ? null : given.pledgeId} onChange={pledgeId => set({ pledgeId })} options={(pledges.data?.items ?? []).map(one => ({ value: one.id, label: `${one.contractNo} ${one.pledgors.join("、")}` }))} />
          </Field>
          <Field label={t('paper.kind')} id="paper-kind" name="kind" findings={write.findings}>
            <Select id="paper-kind" value={given.kind} onChange={kind => set({ kind })} options={kinds.map(one => ({ value: one, label: t.code('paperKind', one) }))} />
          </Field>
          {text('number', t('paper.number'))}
          {text('title', t('paper.name'))}
          {text('location', t('paper.location'))}
          <Field label={t('paper.on')} id="paper-on" name="on" findings={write.findings}>
            <DayField id="paper-on" value={given.on} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
        </div>
      </Form>
    </Modal>
  );
}
