import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { makePledge } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

interface Props {
  rights: readonly string[];
  pledgors: readonly string[];
  debtEnd: string;
  onClose: () => void;
}

const kinds = ['loan', 'credit_line', 'counter_guarantee', 'notes'] as const;
const fields = ['contractNo', 'mainContractNo', 'pledgee.name', 'pledgee.address', 'pledgors.0.address', 'claimKind', 'secured', 'debtFrom', 'scope'];

/** The contract over the rights that were looked at; each registry gets a draft. */
export function NewPledge({ rights, pledgors, debtEnd, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const write = useWriting([lendingKeys], onClose);
  const [form, setForm] = useState({ contractNo: '', mainContractNo: '', pledgorAddress: '', pledgee: '', pledgeeAddress: '', claimKind: 'loan', secured: '', debtFrom: today(), scope: '' });
  const set = (part: Partial<typeof form>) => setForm(before => ({ ...before, ...part }));
  const ready = form.contractNo.trim() !== '' && form.pledgee.trim() !== '' && form.secured.trim() !== '' && pledgors.length > 0;
  const make = async () => {
    let first = '';
    const done = await write.run(
      async () => {
        const made = await makePledge({
          contractNo: form.contractNo.trim(),
          mainContractNo: form.mainContractNo.trim() === '' ? null : form.mainContractNo.trim(),
          pledgors: pledgors.map(name => ({ name, address: form.pledgorAddress.trim() })),
          pledgee: { name: form.pledgee.trim(), address: form.pledgeeAddress.trim() },
          debtor: null,
          claimKind: form.claimKind,
          secured: form.secured.trim().replaceAll(',', ''),
          debtFrom: form.debtFrom,
          debtTo: debtEnd,
          scope: form.scope.trim(),
          maximum: form.claimKind === 'credit_line',
          items: rights.map(rightId => ({ rightId })),
        });
        first = made.registrations[0]?.id ?? '';
        return made;
      },
      made => t('pledge.made', { count: made.registrations.length }),
    );
    if (done) void navigate(`/registrations/${first}`);
  };
  const text = (name: keyof typeof form, path: string, label: string) => (
    <Field label={label} id={`pledge-${name}`} name={path} findings={write.findings}>
      <Input id={`pledge-${name}`} value={form[name]} translate="no" onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open width={720} title={t('pledge.new')} okText={t('pledge.new')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void make()} onCancel={onClose}>
      <p className="soft">{t('pledge.new.note', { count: rights.length })}</p>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        <div className={styles['grid']}>
          {text('contractNo', 'contractNo', t('pledge.contractNo'))}
          {text('mainContractNo', 'mainContractNo', t('pledge.mainContractNo'))}
          {text('pledgee', 'pledgee.name', t('pledge.pledgee'))}
          {text('pledgeeAddress', 'pledgee.address', t('pledge.pledgeeAddress'))}
          {text('pledgorAddress', 'pledgors.0.address', t('pledge.pledgorAddress'))}
          <Field label={t('pledge.claimKind')} id="pledge-claimKind" name="claimKind" findings={write.findings}>
            <Select id="pledge-claimKind" value={form.claimKind} onChange={claimKind => set({ claimKind })} options={kinds.map(kind => ({ value: kind, label: t(`claimKind.${kind}`) }))} />
          </Field>
          {text('secured', 'secured', t('pledge.secured'))}
          <Field label={t('pledge.debtFrom')} id="pledge-debtFrom" name="debtFrom" findings={write.findings}>
            <DayField id="pledge-debtFrom" value={form.debtFrom} clearable={false} onChange={debtFrom => set({ debtFrom })} />
          </Field>
          <div className={styles['wide']}>{text('scope', 'scope', t('pledge.scope'))}</div>
        </div>
      </Form>
    </Modal>
  );
}
