import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { takeStep } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import type { NextAct, RegistrationDetail } from '../../../api/lendingTypes';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { asks } from './steps';

interface Props {
  detail: RegistrationDetail;
  act: NextAct;
  onClose: () => void;
}

const fields = ['on', 'effective', 'receiptNo', 'registrationNo', 'channel', 'expires', 'due', 'note', 'rights'];

/** One step with what it must state. */
export function StepDialog({ detail, act, onClose }: Props) {
  const t = useT();
  const write = useWriting([lendingKeys, ['evidence'], ['rights']], onClose);
  const [on, setOn] = useState(today());
  const [given, setGiven] = useState({ effective: '', receiptNo: '', registrationNo: '', channel: detail.row.channel === '' ? (detail.channels[0] ?? '') : detail.row.channel, expires: detail.askedExpires ?? '', due: '', note: '' });
  const [rights, setRights] = useState<string[]>([]);
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const wants = asks(act.act, detail.ends);
  const save = async () => {
    const door = act.act === 'request_cancel' ? 'cancellation' : act.ofRegistry ? 'registry-steps' : 'steps';
    const value = (name: keyof typeof given) => (wants.includes(name) && given[name].trim() !== '' ? given[name].trim() : null);
    const done = await write.run(
      () => takeStep(detail.row.id, door, { act: act.act, on, effective: value('effective'), receiptNo: value('receiptNo'), registrationNo: value('registrationNo'), channel: value('channel'), expires: value('expires'), due: value('due'), note: value('note'), rights: rights.length === 0 ? null : rights, baseVersion: detail.row.version }),
      next => t('registration.step.done', { state: next.row.stateTitle }),
    );
    if (done) onClose();
  };
  const text = (name: 'receiptNo' | 'registrationNo', label: string) =>
    wants.includes(name) && (
      <Field label={label} id={`step-${name}`} name={name} findings={write.findings}>
        <Input id={`step-${name}`} value={given[name]} translate="no" onChange={event => set({ [name]: event.target.value })} />
      </Field>
    );
  const day = (name: 'effective' | 'expires' | 'due', label: string, extra?: string) =>
    wants.includes(name) && (
      <Field label={label} id={`step-${name}`} name={name} findings={write.findings} extra={extra}>
        <DayField id={`step-${name}`} value={given[name]} onChange={value => set({ [name]: value })} />
      </Field>
    );
  return (
    <Modal open width={640} title={`${act.title} · ${detail.row.contractNo}`} okText={act.title} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: on === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        <div className={styles['grid']}>
          <Field label={t('registration.on')} id="step-on" name="on" findings={write.findings} extra={t('registration.on.help')}>
            <DayField id="step-on" value={on} max={today()} clearable={false} onChange={setOn} />
          </Field>
          {wants.includes('channel') && (
            <Field label={t('registration.channel')} id="step-channel" name="channel" findings={write.findings}>
              <Select id="step-channel" value={given.channel} onChange={channel => set({ channel })} options={detail.channels.map(one => ({ value: one, label: t.code('channel', one) }))} />
            </Field>
          )}
          {text('registrationNo', t('registration.no'))}
          {text('receiptNo', t('registration.receipt'))}
          {day('effective', t('registration.effective'), t('registration.effective.help'))}
          {day('expires', t('registration.expires'))}
          {day('due', t('registration.deadline'), t('registration.deadline.help'))}
          {wants.includes('rights') && (
            <div className={styles['wide']}>
              <Field label={t('registration.release')} id="step-rights" name="rights" findings={write.findings} extra={t('registration.release.help')}>
                <Select id="step-rights" mode="multiple" value={rights} onChange={setRights} optionFilterProp="label" options={detail.items.filter(item => item.state === 'held').map(item => ({ value: item.rightId, label: `${item.number} ${item.title}` }))} />
              </Field>
            </div>
          )}
          <div className={styles['wide']}>
            <Field label={t('registration.note')} id="step-note" name="note" findings={write.findings}>
              <Input.TextArea id="step-note" autoSize={{ minRows: 1, maxRows: 4 }} value={given.note} onChange={event => set({ note: event.target.value })} />
            </Field>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
