import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { recordSignal } from '../../api/benchmark';
import { valuationKeys } from '../../api/valuationQueries';
import { DayField } from '../../shell/DayField';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { today } from '../today';

export const signalKinds = ['citation_velocity', 'substitute_filings', 'renewals'] as const;

/** A dated figure of what happens around a right, with its source. */
export function SignalDialog({ right, onClose }: { right: string; onClose: () => void }) {
  const t = useT();
  const write = useWriting([valuationKeys, ['evidence']], onClose);
  const [kind, setKind] = useState<string>(signalKinds[0]);
  const [value, setValue] = useState('');
  const [asOf, setAsOf] = useState(today());
  const [source, setSource] = useState('');
  const ready = /^-?\d+(\.\d+)?$/.test(value.trim()) && source.trim() !== '' && asOf !== '';
  const save = async () => {
    const done = await write.run(() => recordSignal({ rightId: right, kind, value: value.trim(), asOf, source: source.trim() }), made => t('signals.done', { count: made.moved.length }));
    if (done) onClose();
  };
  return (
    <Modal open title={t('signals.new')} okText={t('signals.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['kind', 'value', 'asOf', 'source']} />
        <Field label={t('signals.kind')} id="signal-kind" name="kind" findings={write.findings}>
          <Select id="signal-kind" value={kind} onChange={setKind} options={signalKinds.map(one => ({ value: one, label: t(`signalKind.${one}`) }))} />
        </Field>
        <Field label={t('value.value')} id="signal-value" name="value" findings={write.findings} extra={t('signals.value.help')}>
          <Input id="signal-value" inputMode="decimal" value={value} onChange={event => setValue(event.target.value)} />
        </Field>
        <Field label={t('value.date')} id="signal-day" name="asOf" findings={write.findings}>
          <DayField id="signal-day" value={asOf} max={today()} onChange={setAsOf} />
        </Field>
        <Field label={t('value.source')} id="signal-source" name="source" findings={write.findings}>
          <Input id="signal-source" value={source} maxLength={200} onChange={event => setSource(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
