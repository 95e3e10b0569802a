import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { moveCertificate, vaultKeys, type CertificateRow } from '../../../api/vault';
import { DayField } from '../../../shell/DayField';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { daysAfter, today } from '../../today';
import styles from '../Lending.module.css';

/** The next step of a certificate: lent, returned, moved, or out for good. */
export function StepDialog({ row, onClose }: { row: CertificateRow; onClose: () => void }) {
  const t = useT();
  const mayRelease = useMay('lending.certificate.release');
  const write = useWriting([vaultKeys, ['evidence']], onClose);
  const acts = row.state === 'lent' ? ['return'] : ['lend', 'move', ...(mayRelease ? ['release'] : [])];
  const [given, setGiven] = useState({ act: acts[0] ?? 'lend', on: today(), reason: '', holder: '', dueBack: daysAfter(today(), 7), location: row.location });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const { act } = given;
  const save = async () => {
    const base = { on: given.on, reason: given.reason, baseVersion: row.version };
    const order = act === 'release' ? { ...base, holder: given.holder } : { ...base, act, ...(act === 'lend' ? { holder: given.holder, dueBack: given.dueBack } : { location: given.location }) };
    if (await write.run(() => moveCertificate(row.id, act === 'release' ? 'release' : 'moves', order), () => t('certificate.done'))) onClose();
  };
  return (
    <Modal open title={`${t('certificate.step')} · ${row.title}`} okText={t.code('certificateAct', act)} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['act', 'on', 'reason', 'holder', 'dueBack', 'location']} />
        {act === 'release' && <p className="soft">{t('certificate.release.help')}</p>}
        <div className={styles['grid']}>
          <Field label={t('certificate.step')} id="step-act" name="act" findings={write.findings}>
            <Select id="step-act" value={act} onChange={next => set({ act: next })} options={acts.map(one => ({ value: one, label: t.code('certificateAct', one) }))} />
          </Field>
          <Field label={t('certificate.on')} id="step-on" name="on" findings={write.findings}>
            <DayField id="step-on" value={given.on} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
          {(act === 'lend' || act === 'release') && (
            <Field label={t('certificate.holder')} id="step-holder" name="holder" findings={write.findings}>
              <Input id="step-holder" translate="no" value={given.holder} onChange={event => set({ holder: event.target.value })} />
            </Field>
          )}
          {act === 'lend' && (
            <Field label={t('certificate.dueBack')} id="step-due" name="dueBack" findings={write.findings}>
              <DayField id="step-due" value={given.dueBack} min={given.on} clearable={false} onChange={dueBack => set({ dueBack })} />
            </Field>
          )}
          {(act === 'return' || act === 'move') && (
            <Field label={t('certificate.location')} id="step-location" name="location" findings={write.findings}>
              <Input id="step-location" translate="no" value={given.location} onChange={event => set({ location: event.target.value })} />
            </Field>
          )}
          <div className={styles['wide']}>
            <Field label={t('certificate.reason')} id="step-reason" name="reason" findings={write.findings}>
              <Input.TextArea id="step-reason" autoSize={{ minRows: 2, maxRows: 4 }} value={given.reason} onChange={event => set({ reason: event.target.value })} />
            </Field>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
