import { Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { instantKeys, makeMandate } from '../../../api/instant';
import { useLoanProducts } from '../../../api/origination';
import { usePayAccounts } from '../../../api/paymentQueries';
import { DayField } from '../../../shell/DayField';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { daysAfter, today } from '../../today';
import styles from '../Lending.module.css';

const blank = { code: '', title: '', product: 'index-loan', policy: 'index-loan', firmCap: '', total: '', dayCap: '', from: today(), until: daysAfter(today(), 90), accountId: '', firstFund: false, registerDays: 10, windowDays: 30, mostInWindow: 3, offerDays: 7, blocked: '', ownIndex: '' };

/** A mandate is typed whole and put up for approval; its texts are frozen as they stand when it is approved. */
export default function NewMandatePage() {
  const t = useT();
  const navigate = useNavigate();
  const products = useLoanProducts();
  const accounts = usePayAccounts({ role: 'own', pageSize: 200 });
  const write = useWriting([instantKeys], () => void navigate('/lending/mandates'));
  const [given, setGiven] = useState(blank);
  const set = (part: Partial<typeof blank>) => setGiven(before => ({ ...before, ...part }));
  const plain = (amount: string) => amount.replaceAll(/[,，\s]/g, '');
  const save = async () => {
    let made = '';
    const order = { ...given, firmCap: plain(given.firmCap), total: plain(given.total), dayCap: plain(given.dayCap), ownIndex: given.ownIndex === '' ? null : given.ownIndex, blocked: given.blocked.split('\n').map(line => line.trim()).filter(line => line !== '').map(code => ({ code })) };
    const done = await write.run(
      () => makeMandate(order),
      answer => {
        made = answer.row.id;
        return t('mandate.made');
      },
    );
    if (done) void navigate(`/lending/mandates/${made}`);
  };
  const text = (name: 'code' | 'title' | 'firmCap' | 'total' | 'dayCap' | 'ownIndex', label: string, extra?: string) => (
    <Field label={label} id={`mandate-${name}`} name={name} findings={write.findings} extra={extra}>
      <Input id={`mandate-${name}`} translate="no" value={given[name]} onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  const count = (name: 'registerDays' | 'windowDays' | 'mostInWindow' | 'offerDays', label: string, max: number) => (
    <Field label={label} id={`mandate-${name}`} name={name} findings={write.findings}>
      <InputNumber id={`mandate-${name}`} min={1} max={max} value={given[name]} onChange={value => set({ [name]: value ?? 1 })} />
    </Field>
  );
  const yuan = { unit: t('shell.unit.yuan') };
  return (
    <>
      <PageHead title={t('mandate.new')} back={<Link to="/lending/mandates">← {t('mandate.title')}</Link>} actions={<Button type="primary" loading={write.busy} disabled={given.accountId === ''} onClick={() => void save()}>{t('mandate.submit')}</Button>} />
      <Panel title={t('mandate.rules')}>
        <Form layout="vertical">
          <OtherFindings findings={write.findings} fields={['code', 'title', 'product', 'policy', 'firmCap', 'total', 'dayCap', 'from', 'until', 'accountId', 'ownIndex', 'registerDays', 'windowDays', 'mostInWindow', 'offerDays', 'blocked']} />
          <div className={styles['grid']}>
            {text('code', t('mandate.code'))}
            {text('title', t('mandate.name'))}
            <Field label={t('mandate.product')} id="mandate-product" name="product" findings={write.findings}>
              <Select id="mandate-product" value={given.product} onChange={product => set({ product })} options={(products.data?.rows ?? []).map(row => ({ value: row.code, label: row.title }))} />
            </Field>
            <Field label={t('mandate.policy')} id="mandate-policy" name="policy" findings={write.findings}>
              <Select id="mandate-policy" value={given.policy} onChange={policy => set({ policy })} options={(['index-loan', 'instant-loan'] as const).map(one => ({ value: one as string, label: t(`mandate.policy.${one}`) }))} />
            </Field>
            {text('firmCap', t('mandate.firmCap', yuan))}
            {text('dayCap', t('mandate.dayCap', yuan))}
            {text('total', t('mandate.total', yuan))}
            <Field label={t('mandate.account')} id="mandate-account" name="accountId" findings={write.findings} extra={t('mandate.account.help')}>
              <Select id="mandate-account" value={given.accountId === '' ? null : given.accountId} onChange={accountId => set({ accountId })} options={(accounts.data?.items ?? []).filter(one => one.bookAccount?.startsWith('2011') === true).map(one => ({ value: one.id, label: `${one.name} ${one.number}` }))} />
            </Field>
            <Field label={t('mandate.from')} id="mandate-from" name="from" findings={write.findings}>
              <DayField id="mandate-from" value={given.from} clearable={false} onChange={from => set({ from })} />
            </Field>
            <Field label={t('mandate.until')} id="mandate-until" name="until" findings={write.findings}>
              <DayField id="mandate-until" value={given.until} clearable={false} onChange={until => set({ until })} />
            </Field>
            <Field label={t('mandate.firstFund')} id="mandate-first" name="firstFund" findings={write.findings}>
              <Switch id="mandate-first" checked={given.firstFund} onChange={firstFund => set({ firstFund })} />
            </Field>
            {count('registerDays', t('mandate.registerDays'), 60)}
            {count('windowDays', t('mandate.windowDays'), 366)}
            {count('mostInWindow', t('mandate.most'), 100)}
            {count('offerDays', t('mandate.offerDays'), 90)}
            {text('ownIndex', t('mandate.ownIndex'), t('mandate.ownIndex.help'))}
            <div className={styles['wide']}>
              <Field label={t('mandate.blocked')} id="mandate-blocked" name="blocked" findings={write.findings} extra={t('mandate.blocked.help')}>
                <Input.TextArea id="mandate-blocked" translate="no" autoSize={{ minRows: 2, maxRows: 8 }} value={given.blocked} onChange={event => set({ blocked: event.target.value })} />
              </Field>
            </div>
          </div>
        </Form>
      </Panel>
    </>
  );
}
