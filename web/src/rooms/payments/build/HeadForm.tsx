import { Form, Input, Select } from 'antd';
import { useChannels } from '../../../api/paymentQueries';
import type { PayAccount } from '../../../api/paymentTypes';
import type { Finding } from '../../../api/types';
import { parseMoney } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field } from '../../ledger/FieldNotes';
import { AccountChoice } from '../AccountChoice';
import styles from './Build.module.css';
import type { Draft } from './draft';

export const headFields = ['title', 'accountId', 'channel', 'valueDate', 'purpose', 'counterAccount', 'controlTotal', 'controlCount'];

interface Props {
  draft: Draft;
  accounts: readonly PayAccount[];
  findings: readonly Finding[];
  onChange: (change: Partial<Draft>) => void;
}

/** What all payments of a batch have in common, and the sums its source states. */
export function HeadForm({ draft, accounts, findings, onChange }: Props) {
  const t = useT();
  const channels = useChannels().data ?? [];
  const account = accounts.find(one => one.id === draft.accountId);
  const text = (name: 'title' | 'purpose' | 'counterAccount' | 'controlTotal' | 'controlCount', most: number, extra?: string, wrong = false) => (
    <Field label={t(`pay.field.${name}`)} id={`batch-${name}`} name={name} findings={findings} extra={extra}>
      <Input id={`batch-${name}`} value={draft[name]} maxLength={most} status={wrong ? 'error' : ''} onChange={event => onChange({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Form layout="vertical" className={styles['head'] ?? ''}>
      {text('title', 200)}
      <Field label={t('pay.account')} id="batch-account" name="accountId" findings={findings} extra={account?.closedLoop === true ? t('pay.build.closedLoop', { purposes: account.purposes.join(t('access.listComma')) }) : account?.bookId === null ? t('pay.build.noBook') : undefined}>
        <AccountChoice id="batch-account" value={draft.accountId} active onChange={accountId => onChange({ accountId })} />
      </Field>
      <Field label={t('pay.channel')} id="batch-channel" name="channel" findings={findings}>
        <Select
          id="batch-channel"
          value={draft.channel === '' ? undefined : draft.channel}
          placeholder={t('pay.channel.choose')}
          popupMatchSelectWidth={false}
          onChange={channel => onChange({ channel })}
          options={channels.map(channel => ({ value: channel.code, label: channel.title }))}
        />
      </Field>
      <Field label={t('pay.valueDate')} id="batch-valueDate" name="valueDate" findings={findings} extra={t('pay.build.valueDate.help')}>
        <DayField id="batch-valueDate" value={draft.valueDate} clearable={false} onChange={valueDate => onChange({ valueDate })} />
      </Field>
      {account?.closedLoop === true ? (
        <Field label={t('pay.field.purpose')} id="batch-purpose" name="purpose" findings={findings}>
          <Select id="batch-purpose" value={draft.purpose === '' ? undefined : draft.purpose} onChange={purpose => onChange({ purpose })} options={account.purposes.map(value => ({ value, label: value }))} />
        </Field>
      ) : (
        text('purpose', 60)
      )}
      {text('counterAccount', 64, account?.counterAccount === null || account === undefined ? t('pay.build.counter.help') : t('pay.build.counter.default', { code: account.counterAccount }))}
      {text('controlTotal', 40, t('pay.build.control.help'), draft.controlTotal.trim() !== '' && parseMoney(draft.controlTotal) === null)}
      {text('controlCount', 6, t('pay.build.count.help'), draft.controlCount.trim() !== '' && !/^\d+$/.test(draft.controlCount.trim()))}
    </Form>
  );
}
