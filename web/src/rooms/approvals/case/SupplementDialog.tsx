import { Form, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { supplement } from '../../../api/approvals';
import type { ApprovalView } from '../../../api/approvalTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { useApprovalWrite } from '../useApprovalWrite';
import { bodyFields, withField, type BodyField } from './bodyFields';

function parsed(text: string): { body: unknown } | null {
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function ValueField({ field, label, onChange }: { field: BodyField; label: string; onChange: (typed: string) => void }) {
  const id = `supplement-${field.name}`;
  const value = field.value === null ? '' : String(field.value);
  return (
    <Form.Item label={label} htmlFor={id}>
      {typeof field.value === 'boolean' ? (
        <Select id={id} value={value} onChange={onChange} options={['true', 'false'].map(one => ({ value: one, label: one }))} />
      ) : (
        <Input.TextArea id={id} autoSize={{ minRows: 1, maxRows: 12 }} value={value} onChange={event => onChange(event.target.value)} />
      )}
    </Form.Item>
  );
}

/** The request once more, to be changed value by value or as a whole, and put up again. */
export function SupplementDialog({ view, onClose }: { view: ApprovalView; onClose: () => void }) {
  const t = useT();
  const write = useApprovalWrite(onClose);
  const [body, setBody] = useState<unknown>(view.body ?? {});
  const [whole, setWhole] = useState<string | null>(null);
  const read = whole === null ? { body } : parsed(whole);
  const label = (name: string) => {
    const field = view.fields.find(one => one.name === name);
    return field === undefined ? name : t.either(field.labelZh, field.labelEn);
  };
  const send = async () => {
    if (read === null) return;
    if (await write.run(() => supplement(view.row.id, read.body), after => t('approval.supplement.done', { round: after.row.round }))) onClose();
  };
  const turn = (next: string) => {
    if (next === 'whole') setWhole(JSON.stringify(body, null, 2));
    else if (read !== null) {
      setBody(read.body);
      setWhole(null);
    }
  };
  return (
    <Modal open width={640} title={t('approval.supplement')} okText={t('approval.supplement')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: read === null }} onOk={() => void send()} onCancel={onClose}>
      <p className="soft">{t('approval.supplement.note')}</p>
      <Segmented<string>
        size="small"
        style={{ margin: '8px 0' }}
        value={whole === null ? 'form' : 'whole'}
        onChange={turn}
        options={[
          { value: 'form', label: t('approval.supplement.form') },
          { value: 'whole', label: t('approval.supplement.whole') },
        ]}
      />
      <OtherFindings findings={write.findings} fields={[]} />
      <Form layout="vertical">
        {whole === null ? (
          bodyFields(body).map(field => <ValueField key={field.name} field={field} label={label(field.name)} onChange={typed => setBody(withField(body, field, typed))} />)
        ) : (
          <Form.Item label={t('approval.supplement.whole')} htmlFor="supplement-whole" {...(read === null ? { validateStatus: 'error' as const, help: t('approval.supplement.bad') } : {})}>
            <Input.TextArea id="supplement-whole" rows={14} value={whole} style={{ fontFamily: 'monospace' }} onChange={event => setWhole(event.target.value)} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
