import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PledgeDetail } from '../../../api/lendingTypes';
import { usePayAccounts } from '../../../api/paymentQueries';
import { enterReceivable, receivableKeys } from '../../../api/receivables';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Lending.module.css';
import { dueLines } from './dueLines';

/** What a licensee owes: the licence contract, the controlled account, and the due dates as lines. */
export function EnterDialog({ detail, onClose }: { detail: PledgeDetail; onClose: () => void }) {
  const t = useT();
  const write = useWriting([receivableKeys, ['pledges'], ['lending'], ['evidence']], onClose);
  const accounts = usePayAccounts({ role: 'own', pageSize: 200 });
  const incomes = detail.items.filter(one => one.kind === 'licence_income');
  const [given, setGiven] = useState({ rightId: incomes[0]?.rightId ?? '', contractNo: '', title: '', licensor: detail.pledgors[0]?.name ?? '', debtor: '', accountId: '', dues: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    if (await write.run(() => enterReceivable({ ...given, pledgeId: detail.row.id, dues: dueLines(given.dues) }), () => t('receivable.entered'))) onClose();
  };
  const text = (key: 'contractNo' | 'title' | 'licensor' | 'debtor', label: string) => (
    <Field label={label} id={`receivable-${key}`} name={key} findings={write.findings}>
      <Input id={`receivable-${key}`} translate="no" value={given[key]} onChange={event => set({ [key]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open width={680} title={t('receivable.enter')} okText={t('receivable.enter')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.accountId === '' || given.rightId === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['rightId', 'contractNo', 'title', 'licensor', 'debtor', 'accountId', 'dues']} />
        <div className={styles['grid']}>
          <Field label={t('receivable.right')} id="receivable-right" name="rightId" findings={write.findings}>
            <Select id="receivable-right" value={given.rightId} onChange={rightId => set({ rightId })} options={incomes.map(one => ({ value: one.rightId, label: `${one.number} ${one.title}` }))} />
          </Field>
          <Field label={t('receivable.account')} id="receivable-account" name="accountId" findings={write.findings}>
            <Select id="receivable-account" showSearch optionFilterProp="label" value={given.accountId === '' ? null : given.accountId} onChange={accountId => set({ accountId })} options={(accounts.data?.items ?? []).map(one => ({ value: one.id, label: `${one.name} ${one.number}` }))} />
          </Field>
          {text('contractNo', t('receivable.contractNo'))}
          {text('title', t('receivable.name'))}
          {text('licensor', t('receivable.licensor'))}
          {text('debtor', t('receivable.debtor'))}
          <div className={styles['wide']}>
            <Field label={t('receivable.dues')} id="receivable-dues" name="dues" findings={write.findings} extra={t('receivable.dues.help')}>
              <Input.TextArea id="receivable-dues" translate="no" autoSize={{ minRows: 3, maxRows: 10 }} value={given.dues} onChange={event => set({ dues: event.target.value })} />
            </Field>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
