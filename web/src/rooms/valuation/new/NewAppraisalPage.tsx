import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useFirm } from '../../../api/rightQueries';
import { draftAppraisal } from '../../../api/valuation';
import type { AppraisalDraft } from '../../../api/valuationTypes';
import { parsePercent, parseWhole } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { broughtRights, RightPicker, type ChosenRight } from '../../assets/firms/RightPicker';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { keepOnShelf, readShelf, unsaved } from '../appraisal/draftShelf';
import { purposes, valueTypes, weightWays } from '../codes';
import { FirmPicker } from '../FirmPicker';
import { useKeptForm } from '../useKeptForm';
import styles from '../Valuation.module.css';
import { Drafted } from './Drafted';

const rest = { firm: '', product: '', scope: 'product', day: '', purpose: '', type: '', weights: 'equal', growth: '', years: '' };

/** Whose rights, for what purpose, on which day: the register drafts the request and says what it does not know. */
export default function NewAppraisalPage() {
  const t = useT();
  const navigate = useNavigate();
  const [asked, change] = useKeptForm('zhirong.appraisal.form', rest);
  const brought = broughtRights(useLocation().state);
  const [rights, setRights] = useState<string[]>(() => brought.map(right => right.id));
  const [draft, setDraft] = useState<AppraisalDraft | null>(null);
  const write = useWriting([]);
  const kept = readShelf(localStorage, unsaved);
  const growth = asked.growth.trim() === '' ? null : parsePercent(asked.growth);
  const years = asked.years.trim() === '' ? null : parseWhole(asked.years);
  const readable = (asked.growth.trim() === '' || growth !== null) && (asked.years.trim() === '' || years !== null);
  const ready = asked.firm !== '' && asked.day !== '' && asked.purpose !== '' && readable && (asked.scope !== 'product' || asked.product !== '') && (asked.scope !== 'rights' || rights.length > 0);
  const set = (part: Partial<typeof rest>) => {
    setDraft(null);
    change(part);
  };
  const make = () =>
    write.run(
      async () => {
        const made = await draftAppraisal({ firmId: asked.firm, productId: asked.scope === 'product' ? asked.product : null, rightIds: asked.scope === 'rights' ? rights : null, baseDate: asked.day, purpose: asked.purpose, valueType: asked.type || null, weightsBy: asked.weights, growth, years });
        setDraft(made);
        return made;
      },
      made => t('new.drafted', { count: made.rights.length }),
    );
  return (
    <>
      <PageHead title={t('appraisals.new')} back={<Link to="/appraisals">← {t('appraisals.title')}</Link>} state={t('new.note')} />
      {kept !== null && (
        <Alert style={{ marginBottom: 12, maxWidth: 860 }} type="info" showIcon message={<>{t('new.kept')} <span translate="no">{kept.name}</span></>} action={<Link to="/appraisals/new/desk"><Button size="small">{t('new.kept.open')}</Button></Link>} />
      )}
      <div className={`${styles['form']} ${styles['stack']}`}>
        <Panel title={t('new.subject')}>
          <Form layout="vertical">
            {brought.length > 0 && asked.firm === '' && <Alert style={{ marginBottom: 12 }} type="info" showIcon message={t('rights.chosen.brought', { count: brought.length })} />}
            <OtherFindings findings={write.findings} fields={['firmId', 'productId', 'rightIds', 'baseDate', 'purpose', 'valueType', 'growth', 'years']} />
            <Field label={t('appraisals.firm')} id="new-firm" name="firmId" findings={write.findings}>
              <FirmPicker id="new-firm" value={asked.firm} onChange={firm => set({ firm, product: '' })} />
            </Field>
            {asked.firm !== '' && <Scope firm={asked.firm} asked={asked} rights={rights} brought={brought} onRights={next => { setDraft(null); setRights(next); }} onChange={set} findings={write.findings} />}
            <div className={styles['grid']}>
              <Field label={t('valueKey.base_date')} id="new-day" name="baseDate" findings={write.findings}>
                <DayField id="new-day" value={asked.day} onChange={day => set({ day })} />
              </Field>
              <Field label={t('valueKey.purpose')} id="new-purpose" name="purpose" findings={write.findings}>
                <Select id="new-purpose" value={asked.purpose || null} onChange={purpose => set({ purpose })} options={purposes.map(value => ({ value, label: t(`valueWord.${value}`) }))} />
              </Field>
              <Field label={t('valueKey.value_type')} id="new-type" name="valueType" findings={write.findings} extra={t('new.optional')}>
                <Select id="new-type" allowClear value={asked.type || null} onChange={type => set({ type: type ?? '' })} options={valueTypes.map(value => ({ value, label: t(`valueWord.${value}`) }))} />
              </Field>
              <Field label={t('new.weights')} id="new-weights" name="weightsBy" findings={write.findings}>
                <Select id="new-weights" value={asked.weights} onChange={weights => set({ weights })} options={weightWays.map(value => ({ value, label: t(`weightWay.${value}`) }))} />
              </Field>
              <Field label={t('new.growth')} id="new-growth" name="growth" findings={write.findings} extra={t('new.optional')}>
                <Input id="new-growth" suffix="%" value={asked.growth} status={asked.growth.trim() !== '' && growth === null ? 'error' : ''} onChange={event => set({ growth: event.target.value })} />
              </Field>
              <Field label={t('new.years')} id="new-years" name="years" findings={write.findings} extra={t('new.optional')}>
                <Input id="new-years" suffix={t('value.years')} value={asked.years} status={asked.years.trim() !== '' && years === null ? 'error' : ''} onChange={event => set({ years: event.target.value })} />
              </Field>
            </div>
            <Button type={draft === null ? 'primary' : 'default'} loading={write.busy} disabled={!ready} onClick={() => void make()}>
              {t('new.draft')}
            </Button>
          </Form>
        </Panel>
        {draft !== null && (
          <Drafted
            draft={draft}
            firm={asked.firm}
            onOpen={(name, firmName) => {
              keepOnShelf(localStorage, unsaved, { name, firmId: asked.firm, firmName, request: draft.request, baseVersion: 0, baseName: name, baseRequest: draft.request, missing: draft.missing });
              void navigate('/appraisals/new/desk');
            }}
          />
        )}
      </div>
    </>
  );
}

interface ScopeProps {
  firm: string;
  asked: typeof rest;
  rights: string[];
  brought: readonly ChosenRight[];
  onRights: (rights: string[]) => void;
  onChange: (part: Partial<typeof rest>) => void;
  findings: Parameters<typeof Field>[0]['findings'];
}

/** A product with its rights, rights one by one, or all that the firm has. */
function Scope({ firm, asked, rights, brought, onRights, onChange, findings }: ScopeProps) {
  const t = useT();
  const found = useFirm(firm);
  const products = found.data?.products ?? [];
  return (
    <>
      <Form.Item label={t('new.scope')}>
        <Radio.Group value={asked.scope} onChange={event => onChange({ scope: event.target.value as string })} options={(['product', 'rights', 'all'] as const).map(value => ({ value, label: t(`new.scope.${value}`) }))} />
      </Form.Item>
      {asked.scope === 'product' && (
        <Field label={t('new.product')} id="new-product" name="productId" findings={findings} extra={found.data !== undefined && products.length === 0 ? t('new.product.none') : undefined}>
          <Select id="new-product" loading={found.isPending} value={asked.product || null} onChange={product => onChange({ product })} options={products.map(one => ({ value: one.id, label: t('new.product.of', { name: one.name, count: one.rights.length }) }))} />
        </Field>
      )}
      {asked.scope === 'rights' && (
        <Field label={t('new.rights')} id="new-rights" name="rightIds" findings={findings}>
          <RightPicker id="new-rights" firm={firm} value={rights} onChange={onRights} known={brought} />
        </Field>
      )}
    </>
  );
}
