import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useRules } from '../../../api/approvalQueries';
import { makeMandate } from '../../../api/approvals';
import { compareAmounts, parseMoney } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { daysAfter, today } from '../../today';
import { useApprovalWrite } from '../useApprovalWrite';

const fields = ['act', 'title', 'product', 'limit', 'daily', 'first', 'until', 'note'];

/** Asks for a mandate; two people approve it. */
export function AskMandate({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = useApprovalWrite(onClose);
  const acts = (useRules().data?.rules ?? []).filter(rule => rule.mandate);
  const [values, setValues] = useState(() => ({ act: '', title: '', product: '', limit: '', daily: '', first: today(), until: daysAfter(today(), 180), note: '' }));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const [limit, daily] = [parseMoney(values.limit), parseMoney(values.daily)];
  const low = limit !== null && daily !== null && compareAmounts(daily, limit) < 0;
  const act = values.act === '' ? (acts[0]?.act ?? '') : values.act;
  const ready = act !== '' && values.title.trim() !== '' && limit !== null && daily !== null && !low && values.until >= values.first;
  const ask = async () => {
    if (limit === null || daily === null) return;
    const body = { act, title: values.title.trim(), limit, daily, first: values.first, until: values.until, product: values.product.trim() === '' ? null : values.product.trim(), note: values.note.trim() };
    if (await write.run(() => makeMandate(body), () => t('mandates.made'))) onClose();
  };
  const bad = (text: string, value: string | null) => (text !== '' && value === null ? t('mandates.money.bad') : t('mandates.money.help'));
  return (
    <Modal open title={t('mandates.new')} okText={t('routes.propose.submit')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void ask()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('mandates.name')} id="mandate-title" name="title" findings={write.findings}>
          <Input id="mandate-title" maxLength={100} autoFocus value={values.title} onChange={event => set({ title: event.target.value })} />
        </Field>
        <Field label={t('mandates.act')} id="mandate-act" name="act" findings={write.findings}>
          <Select id="mandate-act" value={act === '' ? null : act} options={acts.map(rule => ({ value: rule.act, label: t.either(rule.titleZh, rule.titleEn) }))} onChange={(next: string) => set({ act: next })} />
        </Field>
        <Field label={t('mandates.product')} id="mandate-product" name="product" findings={write.findings} extra={t('mandates.product.help')}>
          <Input id="mandate-product" maxLength={100} value={values.product} onChange={event => set({ product: event.target.value })} />
        </Field>
        <Field label={t('mandates.limit')} id="mandate-limit" name="limit" findings={write.findings} extra={bad(values.limit, limit)}>
          <Input id="mandate-limit" inputMode="decimal" status={values.limit !== '' && limit === null ? 'error' : ''} value={values.limit} onChange={event => set({ limit: event.target.value })} />
        </Field>
        <Field label={t('mandates.daily')} id="mandate-daily" name="daily" findings={write.findings} extra={low ? t('mandates.daily.low') : bad(values.daily, daily)}>
          <Input id="mandate-daily" inputMode="decimal" status={low || (values.daily !== '' && daily === null) ? 'error' : ''} value={values.daily} onChange={event => set({ daily: event.target.value })} />
        </Field>
        <Field label={t('mandates.first')} id="mandate-first" name="first" findings={write.findings}>
          <DayField id="mandate-first" value={values.first} min={today()} clearable={false} onChange={first => set({ first })} />
        </Field>
        <Field label={t('mandates.until')} id="mandate-until" name="until" findings={write.findings}>
          <DayField id="mandate-until" value={values.until} min={values.first} max={daysAfter(values.first, 366)} clearable={false} onChange={until => set({ until })} />
        </Field>
        <Field label={t('mandates.reason')} id="mandate-note" name="note" findings={write.findings}>
          <Input.TextArea id="mandate-note" rows={2} maxLength={500} value={values.note} onChange={event => set({ note: event.target.value })} />
        </Field>
      </Form>
    </Modal>
  );
}
