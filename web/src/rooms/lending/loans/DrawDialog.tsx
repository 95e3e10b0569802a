import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { drawLoan, loanKeys } from '../../../api/loans';
import type { FacilityDetail } from '../../../api/loanShapes';
import { useChannels, usePayAccounts } from '../../../api/paymentQueries';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

interface Props {
  detail: FacilityDetail;
  onClose: () => void;
  onDrawn: (loan: string) => void;
}

/** A loan under the line, paid to one payee; more payees and other terms come through the interface. */
export function DrawDialog({ detail, onClose, onDrawn }: Props) {
  const t = useT();
  const write = useWriting([loanKeys, ['payments'], ['evidence']], onClose);
  const accounts = usePayAccounts({ role: 'own', pageSize: 200 });
  const channels = useChannels();
  const [given, setGiven] = useState({ number: '', principal: '', disbursedOn: today(), purpose: detail.uses[0] ?? '', memberNo: '', method: 'equalInstalment', count: 12, annualRate: '', payee: '', account: '', agentCnaps: '', contractNo: '', accountId: '', channel: 'pain.001.001.09' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    let drawn = '';
    const principal = given.principal.replaceAll(',', '').trim();
    const percent = Number(given.annualRate.replace('%', '').trim());
    const order = {
      number: given.number, principal, disbursedOn: given.disbursedOn, purpose: given.purpose, memberNo: given.memberNo === '' ? null : given.memberNo, accountId: given.accountId, channel: given.channel,
      terms: { method: given.method, count: given.count, annualRate: Number.isFinite(percent) && given.annualRate.trim() !== '' ? (percent / 100).toFixed(6) : null },
      payouts: [{ payee: given.payee, account: given.account, amount: principal, contractNo: given.contractNo, agentCnaps: given.agentCnaps === '' ? null : given.agentCnaps }],
    };
    const done = await write.run(
      () => drawLoan(detail.row.id, order),
      answer => {
        drawn = answer.row.id;
        return t('facility.drawn', { batch: answer.payouts[0]?.batchCode ?? '' });
      },
    );
    if (done) onDrawn(drawn);
  };
  const text = (key: keyof typeof given, label: string, name: string, extra?: string) => (
    <Field label={label} id={`draw-${key}`} name={name} findings={write.findings} extra={extra}>
      <Input id={`draw-${key}`} translate="no" value={String(given[key])} onChange={event => set({ [key]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open width={720} title={`${t('facility.draw')} · ${detail.row.number}`} okText={t('facility.draw')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.accountId === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['number', 'principal', 'disbursedOn', 'purpose', 'memberNo', 'terms.method', 'terms.count', 'terms.annualRate', 'payouts.0.payeeName', 'payouts.0.account', 'payouts.0.agentCnaps', 'payouts.0.contractNo', 'accountId', 'channel']} />
        <div className={styles['grid']}>
          {text('number', t('loan.number'), 'number')}
          {text('principal', t('loan.amount'), 'principal')}
          <Field label={t('loan.disbursedOn')} id="draw-day" name="disbursedOn" findings={write.findings} extra={t('facility.draw.help')}>
            <DayField id="draw-day" value={given.disbursedOn} min={today()} clearable={false} onChange={disbursedOn => set({ disbursedOn })} />
          </Field>
          {detail.uses.length > 0 ? (
            <Field label={t('loan.purpose')} id="draw-purpose" name="purpose" findings={write.findings}>
              <Select id="draw-purpose" value={given.purpose} onChange={purpose => set({ purpose })} options={detail.uses.map(one => ({ value: one, label: one }))} />
            </Field>
          ) : (
            text('purpose', t('loan.purpose'), 'purpose')
          )}
          {detail.members.length > 0 && (
            <Field label={t('facility.member')} id="draw-member" name="memberNo" findings={write.findings}>
              <Select id="draw-member" showSearch optionFilterProp="label" value={given.memberNo === '' ? null : given.memberNo} onChange={memberNo => set({ memberNo })} options={detail.members.map(one => ({ value: one.memberNo, label: `${one.memberNo} ${one.name}` }))} />
            </Field>
          )}
          <Field label={t('loan.method')} id="draw-method" name="terms.method" findings={write.findings}>
            <Select id="draw-method" value={given.method} onChange={method => set({ method })} options={['equalInstalment', 'equalPrincipal', 'interestThenBullet', 'bullet'].map(one => ({ value: one, label: t.code('loanMethod', one) }))} />
          </Field>
          <Field label={t('loan.count')} id="draw-count" name="terms.count" findings={write.findings}>
            <InputNumber id="draw-count" min={1} max={360} value={given.count} onChange={count => set({ count: count ?? 12 })} />
          </Field>
          {text('annualRate', t('loan.rate'), 'terms.annualRate')}
          {text('payee', t('loan.payee'), 'payouts.0.payeeName')}
          {text('account', t('loan.payee.account'), 'payouts.0.account')}
          {text('agentCnaps', t('loan.payee.cnaps'), 'payouts.0.agentCnaps')}
          {text('contractNo', t('loan.contract'), 'payouts.0.contractNo')}
          <Field label={t('loan.from')} id="draw-account" name="accountId" findings={write.findings}>
            <Select id="draw-account" value={given.accountId === '' ? null : given.accountId} onChange={accountId => set({ accountId })} options={(accounts.data?.items ?? []).map(one => ({ value: one.id, label: `${one.name} ${one.number}` }))} />
          </Field>
          <Field label={t('loan.channel')} id="draw-channel" name="channel" findings={write.findings}>
            <Select id="draw-channel" value={given.channel} onChange={channel => set({ channel })} options={(channels.data ?? []).map(one => ({ value: one.code, label: one.title }))} />
          </Field>
        </div>
      </Form>
    </Modal>
  );
}
