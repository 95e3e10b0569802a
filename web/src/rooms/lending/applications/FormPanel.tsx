import { Alert, Button, Form, Input, InputNumber, Select, Table } from 'antd';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { matchProducts, useLoanProducts } from '../../../api/origination';
import type { AskedFact } from '../../../api/originationTypes';
import { useLanguage, useT } from '../../../words';
import { Panel } from '../../../shell/Panel';
import { OtherFindings } from '../../ledger/FieldNotes';
import { FirmPicker } from '../../valuation/FirmPicker';
import styles from '../Lending.module.css';
import { FactFields } from '../products/FactFields';
import { filledFacts, statedFacts } from '../products/facts';
import { limitFields, ratingFields } from './fields';
import type { Autosave } from './useAutosave';

/** The application on one page: what is asked for, what the register says, the three views, what the limit rests on. It keeps itself. */
export function FormPanel({ save, open }: { save: Autosave; open: boolean }) {
  const t = useT();
  const language = useLanguage();
  const products = useLoanProducts();
  const { form, change } = save;
  const months = form.months ?? 12;
  const known = useQuery({ queryKey: ['lending', 'known', form.firmId ?? '', language], queryFn: () => matchProducts({ amount: '1.00', months: 12, ...(form.firmId ? { firmId: form.firmId } : {}) }) });
  const asks: readonly AskedFact[] = known.data?.asks ?? [];
  const register = Object.fromEntries((known.data?.facts ?? []).map(fact => [fact.name, fact.value]));
  const ratings = useMemo(() => ratingFields(language), [language]);
  const limits = useMemo(() => limitFields(language), [language]);
  return (
    <Form layout="vertical" disabled={!open}>
      <div className={styles['stack']}>
        {save.standing !== null && (
          <Alert
            type="warning"
            showIcon
            message={t('application.conflict', { by: t.code('person', save.standing.row.changedBy), version: save.standing.row.version })}
            description={
              <>
                <Table size="small" rowKey="path" pagination={false} scroll={{ x: 420 }} dataSource={save.standing.differences} columns={[{ title: t('application.field'), dataIndex: 'path' }, { title: t('application.yours'), dataIndex: 'yours' }, { title: t('application.other'), dataIndex: 'theirs' }]} />
                <p><Button disabled={false} onClick={save.takeTheirs}>{t('application.theirs')}</Button> <Button disabled={false} danger onClick={save.keepMine}>{t('application.mine')}</Button></p>
              </>
            }
          />
        )}
        <OtherFindings findings={save.findings} fields={[]} />
        <Panel title={t('application.form')}>
          <div className={styles['grid']}>
            <Form.Item label={t('application.firm')} htmlFor="app-firm"><FirmPicker id="app-firm" value={form.firmId ?? ''} onChange={firm => change({ firmId: firm === '' ? null : firm })} placeholder={t('application.firm')} /></Form.Item>
            <Form.Item label={t('application.product')} htmlFor="app-product"><Select id="app-product" value={form.product ?? null} onChange={(product: string) => change({ product })} options={(products.data?.rows ?? []).map(row => ({ value: row.code, label: `${row.title} · ${row.lender}` }))} /></Form.Item>
            <Form.Item label={t('match.amount')} htmlFor="app-amount"><Input id="app-amount" inputMode="decimal" value={form.amount ?? ''} onChange={event => change({ amount: event.target.value })} /></Form.Item>
            <Form.Item label={t('match.months')} htmlFor="app-months"><InputNumber id="app-months" min={1} max={360} precision={0} value={months} onChange={next => change({ months: next })} style={{ width: '100%' }} /></Form.Item>
            <Form.Item label={t('application.purpose')} htmlFor="app-purpose" className={styles['wide'] ?? ''}><Input.TextArea id="app-purpose" rows={2} value={form.purpose ?? ''} onChange={event => change({ purpose: event.target.value })} /></Form.Item>
            <Form.Item label={t('application.contact')} htmlFor="app-contact"><Input id="app-contact" value={form.contact ?? ''} onChange={event => change({ contact: event.target.value })} /></Form.Item>
          </div>
        </Panel>
        <Panel title={t('application.facts')} note={t('match.facts.note')}>
          <FactFields asks={asks} filled={filledFacts(asks, form.facts)} known={register} disabled={!open} onChange={(name, value) => change({ facts: statedFacts(asks, { ...filledFacts(asks, form.facts), [name]: value }) })} />
        </Panel>
        <Panel title={t('application.ratings')}>
          <FactFields asks={ratings} filled={filledFacts(ratings, form.ratings)} disabled={!open} onChange={(name, value) => change({ ratings: statedFacts(ratings, { ...filledFacts(ratings, form.ratings), [name]: value }) })} />
        </Panel>
        <Panel title={t('application.limit')}>
          <FactFields asks={limits} filled={filledFacts(limits, form.limit)} disabled={!open} onChange={(name, value) => change({ limit: statedFacts(limits, { ...filledFacts(limits, form.limit), [name]: value }) as Record<string, string> })} />
        </Panel>
      </div>
    </Form>
  );
}
