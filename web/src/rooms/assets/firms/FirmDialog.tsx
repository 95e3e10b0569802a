import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addFirm, changeFirm } from '../../../api/firms';
import type { Firm } from '../../../api/firmTypes';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { checkCode } from '../forms/numberCheck';
import { warned } from '../kept';
import { useRightWrite } from '../useRightWrite';

const fields = ['code', 'name', 'formerNames', 'region', 'industry', 'industryEdition', 'tags', 'note'];
const editions = ['2017', '2011', '2002'];

/** A firm is entered, or what the register says of it is changed; its credit code stays. */
export function FirmDialog({ firm, onClose }: { firm: Firm | null; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const write = useRightWrite(onClose);
  const [form, setForm] = useState(() => ({ code: firm?.code ?? '', name: firm?.name ?? '', formerNames: firm?.formerNames ?? [], region: firm?.region ?? '', industry: firm?.industry ?? '', industryEdition: firm?.industryEdition ?? '2017', tags: firm?.tags ?? [], note: firm?.note ?? '' }));
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const checked = checkCode(form.code);
  const codeNote = checked.kind === 'digit' ? t('code.digit', { expected: checked.expected }) : checked.kind === 'old' ? t('code.old') : checked.kind === 'right' ? t('code.right') : t('code.help');
  const ready = form.name.trim() !== '' && (checked.kind === 'right' || checked.kind === 'old');
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const save = async () => {
    const content = { name: form.name.trim(), formerNames: form.formerNames, region: text(form.region), industry: text(form.industry), industryEdition: text(form.industry) === null ? null : form.industryEdition, tags: form.tags, note: text(form.note) };
    let made = '';
    const done = await write.run(
      async () => {
        const answer = await (firm === null ? addFirm(form.code.trim().toUpperCase(), content) : changeFirm(firm.id, firm.version, content));
        made = answer.firm.id;
        return answer;
      },
      answer => `${t('firm.saved', { name: answer.firm.name })} ${warned(answer.warnings)}`.trim(),
    );
    if (!done) return;
    onClose();
    if (firm === null) void navigate(`/firms/${made}`);
  };
  return (
    <Modal open title={t(firm === null ? 'firms.new' : 'firm.change')} okText={t('firm.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('firm.code')} id="firm-code" name="code" findings={write.findings} extra={codeNote}>
          <Input id="firm-code" value={form.code} maxLength={18} autoComplete="off" disabled={firm !== null} status={checked.kind === 'digit' ? 'error' : checked.kind === 'old' ? 'warning' : ''} onChange={event => set({ code: event.target.value.trim() })} />
        </Field>
        <Field label={t('firm.name')} id="firm-name" name="name" findings={write.findings}>
          <Input id="firm-name" value={form.name} maxLength={200} autoComplete="off" onChange={event => set({ name: event.target.value })} />
        </Field>
        <Field label={t('firm.formerNames')} id="firm-formerNames" name="formerNames" findings={write.findings} extra={t('firm.formerNames.help')}>
          <Select id="firm-formerNames" mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ';', '；']} value={[...form.formerNames]} onChange={formerNames => set({ formerNames })} />
        </Field>
        <Field label={t('firm.region')} id="firm-region" name="region" findings={write.findings} extra={t('firm.region.help')}>
          <Input id="firm-region" value={form.region} maxLength={6} onChange={event => set({ region: event.target.value })} />
        </Field>
        <Field label={t('firm.industry')} id="firm-industry" name="industry" findings={write.findings} extra={t('firm.industry.help')}>
          <Input id="firm-industry" value={form.industry} maxLength={5} onChange={event => set({ industry: event.target.value })} />
        </Field>
        {form.industry.trim() !== '' && (
          <Field label={t('firm.industryEdition')} id="firm-edition" name="industryEdition" findings={write.findings}>
            <Select id="firm-edition" value={form.industryEdition} onChange={industryEdition => set({ industryEdition })} options={editions.map(value => ({ value, label: t('firm.edition', { year: value }) }))} />
          </Field>
        )}
        <Field label={t('firm.tags')} id="firm-tags" name="tags" findings={write.findings} extra={t('firm.tags.help')}>
          <Select id="firm-tags" mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ';', '；']} value={[...form.tags]} onChange={tags => set({ tags })} />
        </Field>
        <Field label={t('firm.note')} id="firm-note" name="note" findings={write.findings}>
          <Input.TextArea id="firm-note" rows={2} value={form.note} maxLength={1000} onChange={event => set({ note: event.target.value })} />
        </Field>
      </Form>
    </Modal>
  );
}
