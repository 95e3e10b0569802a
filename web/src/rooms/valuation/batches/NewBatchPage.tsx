import { Alert, Button, Form, Input, Select, Table, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ApiProblem } from '../../../api/problem';
import { useFirms } from '../../../api/rightQueries';
import { makeBatchTemplate, openAppraisal, readBatchTemplate, startBatch } from '../../../api/valuation';
import type { Finding } from '../../../api/types';
import { useAppraisals, valuationKeys } from '../../../api/valuationQueries';
import type { BatchTemplateRead } from '../../../api/valuationTypes';
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
  /** Groups of an uploaded file; they stand in place of the firms. */
  groups: BatchTemplateRead['groups'];
}

const key = 'zhirong.batch.draft';
const blank: Draft = { name: '', day: '', purpose: '', type: '', weights: 'equal', firms: [], template: '', groups: [] };

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
  const ready = draft.name.trim() !== '' && draft.day !== '' && draft.purpose !== '' && (draft.firms.length > 0 || draft.groups.length > 0) && sound;
  const orders = draft.groups.length > 0 ? draft.groups.map(group => group.asked) : draft.firms.map(firmId => ({ firmId, productId: null }));
  const files = useTemplateFile(read => set({ name: read.name, day: read.baseDate, purpose: read.purpose, type: read.valueType, weights: read.weightsBy || 'equal', template: read.template === null ? '' : JSON.stringify(read.template, null, 2), groups: read.groups, firms: [] }));
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(draft)), [draft]);
  const set = (part: Partial<Draft>) => setDraft(current => ({ ...current, ...part }));
  const start = async () => {
    if (!('template' in read)) return;
    let id = '';
    const done = await write.run(
      async () => {
        const made = await startBatch({ name: draft.name.trim(), baseDate: draft.day, purpose: draft.purpose, valueType: draft.type || null, weightsBy: draft.weights, template: read.template, firms: orders });
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
            <Form.Item label={t('batch.file')} extra={t('batch.file.help')}>
              <span className={styles['actions']}>
                {(['xlsx', 'json'] as const).map(format => (
                  <Button key={format} disabled={orders.length === 0 || draft.day === '' || !sound} loading={files.busy === format} onClick={() => void files.download({ firms: orders, baseDate: draft.day, name: draft.name.trim(), purpose: draft.purpose, valueType: draft.type || null, weightsBy: draft.weights, template: 'template' in read ? read.template : null, format })}>{t(`batch.file.${format}`)}</Button>
                ))}
                <Upload accept=".xlsx,.json" showUploadList={false} beforeUpload={file => { void files.upload(file); return false; }}><Button loading={files.busy === 'upload'}>{t('batch.file.upload')}</Button></Upload>
              </span>
              {files.findings.length > 0 && <Alert style={{ marginTop: 8 }} type="error" showIcon message={files.findings.map(one => <div key={`${one.code}${one.path}${one.found}`}>{one.message} <span translate="no">{one.path} {one.found}</span> {one.code}</div>)} />}
            </Form.Item>
            <OtherFindings findings={write.findings} fields={['name', 'baseDate', 'purpose', 'valueType', 'weightsBy', 'firms']} />
            <Field label={t('batch.name')} id="batch-name" name="name" findings={write.findings}>
              <Input id="batch-name" value={draft.name} maxLength={100} onChange={event => set({ name: event.target.value })} />
            </Field>
            {draft.groups.length === 0 ? (
              <Field label={t('batch.firms')} id="batch-firms" name="firms" findings={write.findings} extra={t('batch.firms.help')}>
                <Firms value={draft.firms} onChange={firms => set({ firms })} />
              </Field>
            ) : (
              <Form.Item label={t('batch.file.groups')} extra={<Button type="link" size="small" style={{ padding: 0 }} onClick={() => set({ groups: [] })}>{t('batch.file.clear')}</Button>}>
                <Table
                  size="small"
                  rowKey={(_, n) => `${n}`}
                  pagination={draft.groups.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
                  scroll={{ x: 420 }}
                  dataSource={draft.groups}
                  columns={[
                    { title: t('batch.firms'), render: (_, group) => <span translate="no">{group.firmName}</span> },
                    { title: t('new.product'), render: (_, group) => <span translate="no">{group.product || '—'}</span> },
                    { title: t('batch.rights'), width: 90, align: 'right', dataIndex: 'rights' },
                    { title: t('batch.file.parameters'), width: 110, align: 'right', dataIndex: 'parameters' },
                  ]}
                />
              </Form.Item>
            )}
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

/** The template as a file: down, filled in, and up again. */
function useTemplateFile(onRead: (read: BatchTemplateRead) => void) {
  const refused = useFailureNotice();
  const [busy, setBusy] = useState<'xlsx' | 'json' | 'upload' | null>(null);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const run = async (what: 'xlsx' | 'json' | 'upload', work: () => Promise<void>) => {
    setBusy(what);
    setFindings([]);
    try {
      await work();
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
      else refused(reason);
    } finally {
      setBusy(null);
    }
  };
  return {
    busy,
    findings,
    upload: (file: File) => run('upload', async () => onRead(await readBatchTemplate(file))),
    download: (order: Parameters<typeof makeBatchTemplate>[0]) => run(order.format, async () => {
      const link = document.createElement('a');
      const place = URL.createObjectURL(await makeBatchTemplate(order));
      link.href = place;
      link.download = `${order.name || 'batch-template'}.${order.format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(place), 10_000);
    }),
  };
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
