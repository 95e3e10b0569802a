import { Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useFirms } from '../../../api/rightQueries';
import { openAppraisal, startBatch } from '../../../api/valuation';
import { useAppraisals, valuationKeys } from '../../../api/valuationQueries';
import { DayField } from '../../../shell/DayField';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { purposes, valueTypes, weightWays } from '../codes';
import styles from '../Valuation.module.css';
import { readTemplate, templateOf } from './template';

interface Draft {
  name: string;
  day: string;
  purpose: string;
  type: string;
  weights: string;
  firms: string[];
  template: string;
}

const key = 'zhirong.batch.draft';
const blank: Draft = { name: '', day: '', purpose: '', type: '', weights: 'equal', firms: [], template: '' };

function kept(): Draft {
  try {
    return { ...blank, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>) };
  } catch {
    return blank;
  }
}

/** Several firms, one template: every product group of theirs is valued as a job. */
export default function NewBatchPage() {
  const t = useT();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(kept);
  const write = useWriting([valuationKeys, ['jobs']]);
  const read = readTemplate(draft.template);
  const sound = 'template' in read;
  const ready = draft.name.trim() !== '' && draft.day !== '' && draft.purpose !== '' && draft.firms.length > 0 && sound;
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(draft)), [draft]);
  const set = (part: Partial<Draft>) => setDraft(current => ({ ...current, ...part }));
  const start = async () => {
    if (!('template' in read)) return;
    let id = '';
    const done = await write.run(
      async () => {
        const made = await startBatch({ name: draft.name.trim(), baseDate: draft.day, purpose: draft.purpose, valueType: draft.type || null, weightsBy: draft.weights, template: read.template, firms: draft.firms.map(firmId => ({ firmId, productId: null })) });
        id = made.id;
        return made;
      },
      made => t('batch.started', { groups: made.groups, rights: made.rights }),
    );
    if (done) {
      sessionStorage.removeItem(key);
      void navigate(`/appraisals/batches/${id}`);
    }
  };
  const fault = 'template' in read ? null : read.kind === 'json' ? t('batch.template.json', { text: read.text }) : read.kind === 'map' ? t('batch.template.map') : t('batch.template.key', { key: read.key });
  return (
    <>
      <PageHead title={t('batch.new')} back={<Link to="/appraisals/batches">← {t('batch.title')}</Link>} state={t('batch.note')} />
      <div className={styles['form']}>
        <Panel title={t('batch.order')}>
          <Form layout="vertical">
            <OtherFindings findings={write.findings} fields={['name', 'baseDate', 'purpose', 'valueType', 'weightsBy', 'firms']} />
            <Field label={t('batch.name')} id="batch-name" name="name" findings={write.findings}>
              <Input id="batch-name" value={draft.name} maxLength={100} onChange={event => set({ name: event.target.value })} />
            </Field>
            <Field label={t('batch.firms')} id="batch-firms" name="firms" findings={write.findings} extra={t('batch.firms.help')}>
              <Firms value={draft.firms} onChange={firms => set({ firms })} />
            </Field>
            <div className={styles['grid']}>
              <Field label={t('valueKey.base_date')} id="batch-day" name="baseDate" findings={write.findings}>
                <DayField id="batch-day" value={draft.day} onChange={day => set({ day })} />
              </Field>
              <Field label={t('valueKey.purpose')} id="batch-purpose" name="purpose" findings={write.findings}>
                <Select id="batch-purpose" value={draft.purpose || null} onChange={purpose => set({ purpose })} options={purposes.map(value => ({ value, label: t(`valueWord.${value}`) }))} />
              </Field>
              <Field label={t('valueKey.value_type')} id="batch-type" name="valueType" findings={write.findings}>
                <Select id="batch-type" allowClear value={draft.type || null} onChange={type => set({ type: type ?? '' })} options={valueTypes.map(value => ({ value, label: t(`valueWord.${value}`) }))} />
              </Field>
              <Field label={t('new.weights')} id="batch-weights" name="weightsBy" findings={write.findings}>
                <Select id="batch-weights" value={draft.weights} onChange={weights => set({ weights })} options={weightWays.map(value => ({ value, label: t(`weightWay.${value}`) }))} />
              </Field>
            </div>
            <Form.Item label={t('batch.template.from')} extra={t('batch.template.from.help')}>
              <FromAppraisal onTaken={template => set({ template })} />
            </Form.Item>
            <Form.Item label={t('batch.template')} htmlFor="batch-template" extra={t('batch.template.help')} {...(fault === null ? {} : { validateStatus: 'error' as const, help: fault })}>
              <Input.TextArea id="batch-template" translate="no" spellCheck={false} autoSize={{ minRows: 8, maxRows: 26 }} style={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 12 }} value={draft.template} onChange={event => set({ template: event.target.value })} />
            </Form.Item>
            <Button type="primary" loading={write.busy} disabled={!ready} onClick={() => void start()}>
              {t('batch.start')}
            </Button>
          </Form>
        </Panel>
      </div>
    </>
  );
}

function Firms({ value, onChange }: { value: string[]; onChange: (firms: string[]) => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const [named, setNamed] = useState<Record<string, string>>({});
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useFirms({ query, pageSize: 100 });
  const options = (found.data?.items ?? []).map(firm => ({ value: firm.id, label: firm.name }));
  const others = value.filter(one => !options.some(option => option.value === one)).map(one => ({ value: one, label: named[one] ?? t('appraisals.firm') }));
  return (
    <Select
      id="batch-firms"
      mode="multiple"
      filterOption={false}
      value={value}
      searchValue={typed}
      onSearch={setTyped}
      loading={found.isFetching}
      notFoundContent={t('appraisals.firm.none')}
      labelRender={({ label }) => <span translate="no">{label}</span>}
      optionRender={option => <span translate="no">{option.label}</span>}
      onChange={next => {
        setNamed(current => ({ ...current, ...Object.fromEntries(options.map(option => [option.value, option.label])) }));
        onChange(next);
      }}
      options={[...options, ...others]}
    />
  );
}

/** Assumptions of an appraisal that was made before. */
function FromAppraisal({ onTaken }: { onTaken: (template: string) => void }) {
  const t = useT();
  const refused = useFailureNotice();
  const [query, setQuery] = useState('');
  const found = useAppraisals({ q: query, pageSize: 50 });
  const take = async (id: string) => {
    try {
      onTaken(JSON.stringify(templateOf((await openAppraisal(id, null)).request), null, 2));
    } catch (reason) {
      refused(reason);
    }
  };
  return (
    <Select
      showSearch
      aria-label={t('batch.template.from')}
      placeholder={t('batch.template.choose')}
      filterOption={false}
      onSearch={setQuery}
      value={null}
      onChange={(id: string | null) => id !== null && void take(id)}
      notFoundContent={t('appraisals.empty.filtered')}
      optionRender={option => <span translate="no">{option.label}</span>}
      options={(found.data?.items ?? []).map(row => ({ value: row.id, label: `${row.name} v${row.version}` }))}
    />
  );
}
