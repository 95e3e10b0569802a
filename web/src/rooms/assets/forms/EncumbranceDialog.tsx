import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { encumberRight } from '../../../api/rights';
import type { RightRow } from '../../../api/rightTypes';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { encumbranceKinds } from '../codes';
import { useRightWrite } from '../useRightWrite';
import { given } from './given';
import { capital } from '../capital';

const fields = ['kind', 'holder', 'from', 'until', 'registrationNo', 'grantor', 'note'] as const;
const texts = ['holder', 'grantor', 'registrationNo'] as const;

/** What lies on the right and no gazette tells. */
export function EncumbranceDialog({ right, onClose }: { right: RightRow; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [form, setForm] = useState({ kind: 'pledge', holder: '', grantor: right.holders.join('、'), registrationNo: '', from: '', until: '', note: '' });
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const save = async () => {
    const { kind, holder, from, ...rest } = form;
    const done = await write.run(() => encumberRight(right.id, { kind, holder: holder.trim(), from, ...given(rest) }), () => t('encumber.done'));
    if (done) onClose();
  };
  return (
    <Modal open title={t('right.act.encumbrance')} okText={t('encumber.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: form.holder.trim() === '' || form.from === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('encumber.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('right.encumbrance.kind')} id="encumbrance-kind" name="kind" findings={write.findings}>
          <Select id="encumbrance-kind" value={form.kind} onChange={kind => set({ kind })} options={encumbranceKinds.map(value => ({ value, label: capital(t(`encumbrance.${value}`)) }))} />
        </Field>
        {texts.map(name => (
          <Field key={name} label={t(`encumber.field.${name}`)} id={`encumbrance-${name}`} name={name} findings={write.findings}>
            <Input id={`encumbrance-${name}`} value={form[name]} maxLength={name === 'registrationNo' ? 100 : 500} onChange={event => set({ [name]: event.target.value })} />
          </Field>
        ))}
        <Field label={t('right.from')} id="encumbrance-from" name="from" findings={write.findings}>
          <DayField id="encumbrance-from" value={form.from} onChange={from => set({ from })} />
        </Field>
        <Field label={t('encumber.lastDay')} id="encumbrance-until" name="until" findings={write.findings} extra={t('encumber.lastDay.help')}>
          <DayField id="encumbrance-until" value={form.until} onChange={until => set({ until })} />
        </Field>
        <Field label={t('encumber.field.note')} id="encumbrance-note" name="note" findings={write.findings}>
          <Input id="encumbrance-note" value={form.note} maxLength={500} onChange={event => set({ note: event.target.value })} />
        </Field>
      </Form>
    </Modal>
  );
}
