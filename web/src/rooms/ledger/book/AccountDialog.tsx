import { Form, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { addAccount, changeAccount } from '../../../api/ledger';
import type { AccountClass, AccountRow, AccountRule, Side } from '../../../api/ledgerTypes';
import { parseMoney } from '../../../format';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../FieldNotes';
import { useWrite } from '../useWrite';
import { classes } from './trial';

const rules: readonly AccountRule[] = ['none', 'not_below_zero', 'limit'];
const fields = ['code', 'zh', 'en', 'class', 'normal', 'rule', 'limit'];
/** On which side a class grows. */
const grows: Record<AccountClass, Side> = { asset: 'debit', expense: 'debit', memo: 'debit', liability: 'credit', equity: 'credit', income: 'credit' };

interface Props {
  bookId: string;
  /** The account to change; null adds one. */
  account: AccountRow | null;
  onClose: () => void;
}

function useFields(account: AccountRow | null) {
  const [values, setValues] = useState({
    code: account?.code ?? '',
    zh: account?.zh ?? '',
    en: account?.en ?? '',
    class: account?.class ?? ('asset' as AccountClass),
    normal: account?.normal ?? ('debit' as Side),
    rule: account?.rule ?? ('none' as AccountRule),
    limit: account?.limit ?? '',
    closed: account?.closed ?? false,
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const limit = values.rule === 'limit' ? parseMoney(values.limit) : null;
  const ready = values.code.trim() !== '' && (values.zh.trim() !== '' || values.en.trim() !== '') && (values.rule !== 'limit' || limit !== null);
  return { values, set, limit, ready };
}

/** A new account, or what may change of one: names, rule, closed. */
export function AccountDialog({ bookId, account, onClose }: Props) {
  const t = useT();
  const write = useWrite(onClose);
  const { values, set, limit, ready } = useFields(account);
  const shared = { zh: values.zh.trim(), en: values.en.trim(), rule: values.rule, limit };
  const save = async () => {
    const done = await write.run(
      () =>
        account === null
          ? addAccount(bookId, { ...shared, code: values.code.trim(), class: values.class, normal: values.normal })
          : changeAccount(account.id, { ...shared, closed: values.closed, baseVersion: account.version }),
      () => t('account.saved'),
    );
    if (done) onClose();
  };
  const sides = (['debit', 'credit'] as const).map(value => ({ value, label: t(`side.${value}.long`) }));
  const text = (name: 'code' | 'zh' | 'en', disabled = false) => (
    <Field label={t(`account.${name}`)} id={`account-${name}`} name={name} findings={write.findings}>
      <Input id={`account-${name}`} value={values[name]} maxLength={100} disabled={disabled} autoComplete="off" onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Modal
      open
      title={account === null ? t('account.add') : t('account.change.title', { code: account.code })}
      okText={t('account.save')}
      cancelText={t('shell.cancel')}
      confirmLoading={write.busy}
      okButtonProps={{ disabled: !ready }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        {account === null && text('code')}
        {text('zh')}
        {text('en')}
        {account === null && (
          <>
            <Field label={t('account.class')} id="account-class" name="class" findings={write.findings}>
              <Select
                id="account-class"
                value={values.class}
                options={classes.map(value => ({ value, label: t.code('class', value) }))}
                onChange={value => set({ class: value, normal: grows[value] })}
              />
            </Field>
            <Field label={t('account.normal')} id="account-normal" name="normal" findings={write.findings}>
              <Select id="account-normal" value={values.normal} options={sides} onChange={normal => set({ normal })} />
            </Field>
          </>
        )}
        <Field label={t('account.rule')} id="account-rule" name="rule" findings={write.findings} extra={t('account.rule.help')}>
          <Select id="account-rule" value={values.rule} options={rules.map(value => ({ value, label: t.code('rule', value) }))} onChange={rule => set({ rule })} />
        </Field>
        {values.rule === 'limit' && (
          <Field label={t('account.limit')} id="account-limit" name="limit" findings={write.findings} extra={t('post.amount.help')}>
            <Input id="account-limit" value={values.limit} status={limit === null && values.limit !== '' ? 'error' : ''} onChange={event => set({ limit: event.target.value })} />
          </Field>
        )}
        {account !== null && (
          <Field label={t('account.closed')} id="account-closed" name="closed" findings={write.findings} extra={t('account.closed.help')}>
            <Switch id="account-closed" checked={values.closed} onChange={closed => set({ closed })} />
          </Field>
        )}
      </Form>
    </Modal>
  );
}
