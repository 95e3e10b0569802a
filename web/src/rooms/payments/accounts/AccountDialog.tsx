import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useAccounts, useBooks } from '../../../api/ledgerQueries';
import { addPayAccount, changePayAccount } from '../../../api/payments';
import type { AccountRole, PayAccount } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { AccountPicker } from '../../ledger/AccountPicker';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';
import { contentOf, formOf, isWhole, type AccountForm } from './content';

const fields = ['number', 'name', 'agentName', 'agentCnaps', 'operatingBank', 'purposes', 'bookId', 'bookAccount', 'counterAccount', 'note'];

interface Props {
  role: AccountRole;
  account: PayAccount | null;
  onClose: () => void;
}

/** An account is entered, or changed; its kind and number stay as they were entered. */
export function AccountDialog({ role, account, onClose }: Props) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [form, setForm] = useState(() => formOf(account));
  const set = (change: Partial<AccountForm>) => setForm({ ...form, ...change });
  const books = useBooks({ pageSize: 200 }, role === 'own').data?.items ?? [];
  const ledger = useAccounts(form.bookId === '' ? null : form.bookId).data ?? [];
  const title = t(account !== null ? 'pay.accounts.change' : role === 'own' ? 'pay.accounts.add.own' : 'pay.accounts.add.payee');
  const save = async () => {
    const done = await write.run(
      () => (account === null ? addPayAccount({ ...contentOf(form), role, kind: form.kind, number: form.number.replace(/\s/g, '') }) : changePayAccount(account.id, { ...contentOf(form), active: form.active, baseVersion: account.version })),
      saved => t('pay.accounts.saved', { name: saved.name }),
    );
    if (done) onClose();
  };
  const text = (name: 'name' | 'agentName' | 'agentCnaps' | 'operatingBank' | 'note', most: number, extra?: string) => (
    <Field label={t(`pay.accounts.field.${name}`)} id={`pay-${name}`} name={name} findings={write.findings} extra={extra}>
      <Input id={`pay-${name}`} value={form[name]} maxLength={most} onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open title={title} okText={t('account.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !isWhole(form) }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('pay.kind')} id="pay-kind" name="kind" findings={write.findings}>
          <Select id="pay-kind" disabled={account !== null} value={form.kind} onChange={kind => set({ kind })} options={(['bank', 'ecny_wallet'] as const).map(value => ({ value, label: t(`payKind.${value}`) }))} />
        </Field>
        <Field label={t(form.kind === 'bank' ? 'pay.accounts.field.number' : 'pay.accounts.field.wallet')} id="pay-number" name="number" findings={write.findings}>
          <Input id="pay-number" disabled={account !== null} value={form.number} maxLength={40} onChange={event => set({ number: event.target.value })} />
        </Field>
        {text('name', 140, t('pay.accounts.name.help'))}
        {form.kind === 'bank' ? (
          <>
            {text('agentName', 140)}
            {text('agentCnaps', 12, t('pay.accounts.cnaps.help'))}
          </>
        ) : (
          text('operatingBank', 140)
        )}
        {role === 'own' && (
          <>
            <Form.Item extra={t('pay.accounts.loop.help')}>
              <Checkbox checked={form.closedLoop} onChange={event => set({ closedLoop: event.target.checked })}>
                {t('pay.closedLoop')}
              </Checkbox>
            </Form.Item>
            {form.closedLoop && (
              <Field label={t('pay.loop.purposes')} id="pay-purposes" name="purposes" findings={write.findings} extra={t('pay.accounts.purposes.help')}>
                <Select id="pay-purposes" mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ';', '；']} value={[...form.purposes]} onChange={purposes => set({ purposes })} />
              </Field>
            )}
            <Field label={t('pay.accounts.book')} id="pay-book" name="bookId" findings={write.findings} extra={t('pay.accounts.book.help')}>
              <Select
                id="pay-book"
                allowClear
                showSearch
                optionFilterProp="label"
                value={form.bookId === '' ? undefined : form.bookId}
                onChange={(bookId: string | undefined) => set({ bookId: bookId ?? '', bookAccount: '', counterAccount: '' })}
                options={books.map(book => ({ value: book.id, label: `${book.code} ${book.name}` }))}
              />
            </Field>
            {form.bookId !== '' && (
              <>
                <Field label={t('pay.accounts.field.bookAccount')} id="pay-bookAccount" name="bookAccount" findings={write.findings}>
                  <AccountPicker id="pay-bookAccount" accounts={ledger} value={form.bookAccount} onChange={bookAccount => set({ bookAccount })} label={t('pay.accounts.field.bookAccount')} />
                </Field>
                <Field label={t('pay.accounts.field.counterAccount')} id="pay-counterAccount" name="counterAccount" findings={write.findings} extra={t('pay.accounts.counter.help')}>
                  <AccountPicker id="pay-counterAccount" accounts={ledger} value={form.counterAccount} onChange={counterAccount => set({ counterAccount })} label={t('pay.accounts.field.counterAccount')} clearable />
                </Field>
              </>
            )}
          </>
        )}
        {text('note', 500)}
        {account !== null && (
          <Form.Item extra={t('pay.accounts.active.help')}>
            <Checkbox checked={form.active} onChange={event => set({ active: event.target.checked })}>
              {t('pay.accounts.active')}
            </Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
