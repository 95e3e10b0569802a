import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { recordTrade } from '../../../api/rights';
import type { RightRow } from '../../../api/rightTypes';
import { parseMoney, parsePercent } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { tradeKinds } from '../codes';
import { useRightWrite } from '../useRightWrite';
import { given } from './given';
import { capital } from '../capital';

const fields = ['kind', 'grantor', 'taker', 'signed', 'from', 'until', 'amount', 'royalty', 'registrationNo', 'note'] as const;

/** A sale, a licence or a contribution in kind, with its price: evidence of what such rights are worth. */
export function TradeDialog({ right, onClose }: { right: RightRow; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [form, setForm] = useState({ kind: 'ordinary_licence', grantor: right.holders.join('、'), taker: '', signed: '', from: '', until: '', amount: '', royalty: '', registrationNo: '', note: '', related: false });
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const [amount, royalty] = [parseMoney(form.amount), parsePercent(form.royalty)];
  const wrong = { amount: form.amount.trim() !== '' && amount === null, royalty: form.royalty.trim() !== '' && royalty === null };
  const ready = form.grantor.trim() !== '' && form.taker.trim() !== '' && form.signed !== '' && !wrong.amount && !wrong.royalty;
  const save = async () => {
    const { kind, grantor, taker, signed, from, until, registrationNo, note, related } = form;
    const done = await write.run(
      () => recordTrade(right.id, { kind, grantor: grantor.trim(), taker: taker.trim(), signed, related, ...given({ from, until, registrationNo, note }), ...(amount === null ? {} : { amount }), ...(royalty === null ? {} : { royalty: Number(royalty) }) }),
      () => t('trade.done'),
    );
    if (done) onClose();
  };
  const text = (name: 'grantor' | 'taker' | 'amount' | 'royalty' | 'registrationNo' | 'note', most: number, extra?: string, status: 'error' | '' = '') => (
    <Field label={t(`trade.field.${name}`)} id={`trade-${name}`} name={name} findings={write.findings} extra={extra}>
      <Input id={`trade-${name}`} value={form[name]} maxLength={most} status={status} onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  const day = (name: 'signed' | 'from' | 'until') => (
    <Field label={t(`trade.field.${name}`)} id={`trade-${name}`} name={name} findings={write.findings}>
      <DayField id={`trade-${name}`} value={form[name]} {...(name === 'signed' ? { max: today() } : {})} onChange={value => set({ [name]: value })} />
    </Field>
  );
  return (
    <Modal open title={t('right.act.trade')} okText={t('trade.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('right.trade.kind')} id="trade-kind" name="kind" findings={write.findings}>
          <Select id="trade-kind" value={form.kind} onChange={kind => set({ kind })} options={tradeKinds.map(value => ({ value, label: capital(t(`tradeKind.${value}`)) }))} />
        </Field>
        {text('grantor', 500)}
        {text('taker', 500)}
        {day('signed')}
        {day('from')}
        {day('until')}
        {text('amount', 30, t('trade.amount.help'), wrong.amount ? 'error' : '')}
        {text('royalty', 12, t('trade.royalty.help'), wrong.royalty ? 'error' : '')}
        {text('registrationNo', 100)}
        <Form.Item extra={t('trade.related.help')}>
          <Checkbox checked={form.related} onChange={event => set({ related: event.target.checked })}>
            {t('right.trade.related')}
          </Checkbox>
        </Form.Item>
        {text('note', 1000)}
      </Form>
    </Modal>
  );
}
