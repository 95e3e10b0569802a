import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useChannels } from '../../../api/paymentQueries';
import { receivableKeys, tellReceivable, type ReceivableDetail, type ReceivableDueView } from '../../../api/receivables';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

interface Props {
  detail: ReceivableDetail;
  due: ReceivableDueView;
  kind: 'apply' | 'release';
  onClose: () => void;
}

/** Money of a due date repays a loan, or goes on to the licensor with a second person. */
export function UseDialog({ detail, due, kind, onClose }: Props) {
  const t = useT();
  const write = useWriting([receivableKeys, ['loans'], ['pledges'], ['payments'], ['evidence']], onClose);
  const channels = useChannels();
  const [given, setGiven] = useState({ loanId: detail.loans[0]?.id ?? '', amount: due.held, account: '', agentCnaps: '', channel: 'pain.001.001.09', valueDate: today(), reason: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    const base = { due: due.n, amount: given.amount.replaceAll(',', ''), baseVersion: detail.row.version };
    const order = kind === 'apply' ? { ...base, loanId: given.loanId } : { ...base, account: given.account, agentCnaps: given.agentCnaps, channel: given.channel, valueDate: given.valueDate, reason: given.reason };
    if (await write.run(() => tellReceivable(detail.row.id, kind, order), () => t(kind === 'apply' ? 'receivable.apply.done' : 'receivable.release.done'))) onClose();
  };
  const text = (key: 'amount' | 'account' | 'agentCnaps' | 'reason', label: string, name: string) => (
    <Field label={label} id={`use-${key}`} name={name} findings={write.findings}>
      <Input id={`use-${key}`} translate="no" value={given[key]} onChange={event => set({ [key]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open title={`${t(kind === 'apply' ? 'receivable.apply' : 'receivable.release')} · ${detail.row.contractNo}`} okText={t(kind === 'apply' ? 'receivable.apply' : 'receivable.release')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: kind === 'apply' && given.loanId === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={kind === 'apply' ? ['amount', 'loanId'] : ['amount', 'reason', 'channel', 'valueDate', 'items.0.account', 'items.0.agentCnaps']} />
        <p className="soft">{t(kind === 'apply' ? 'receivable.apply.help' : 'receivable.release.help')}</p>
        <div className={styles['grid']}>
          {kind === 'apply' && (
            <Field label={t('receivable.loan')} id="use-loan" name="loanId" findings={write.findings}>
              <Select id="use-loan" value={given.loanId === '' ? null : given.loanId} onChange={loanId => set({ loanId })} options={detail.loans.map(one => ({ value: one.id, label: `${one.number} ${one.borrower} ${t('receivable.owed')} ${one.owed}` }))} />
            </Field>
          )}
          {text('amount', t('receivable.amount'), 'amount')}
          {kind === 'release' && (
            <>
              {text('account', t('receivable.payee.account'), 'items.0.account')}
              {text('agentCnaps', t('receivable.payee.bank'), 'items.0.agentCnaps')}
              <Field label={t('loan.channel')} id="use-channel" name="channel" findings={write.findings}>
                <Select id="use-channel" value={given.channel} onChange={channel => set({ channel })} options={(channels.data ?? []).map(one => ({ value: one.code, label: one.title }))} />
              </Field>
              <Field label={t('receivable.valueDate')} id="use-day" name="valueDate" findings={write.findings}>
                <DayField id="use-day" value={given.valueDate} min={today()} clearable={false} onChange={valueDate => set({ valueDate })} />
              </Field>
              {text('reason', t('certificate.reason'), 'reason')}
            </>
          )}
        </div>
      </Form>
    </Modal>
  );
}
