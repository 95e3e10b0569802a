import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select, Table } from 'antd';
import { useIndicators, type PromisableIndicator } from '../../../api/promises';
import type { PromiseTyped } from '../../../api/originationTypes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useLanguage, useT } from '../../../words';
import { Two } from '../../payments/Two';
import type { Autosave } from '../applications/useAutosave';
import styles from '../Lending.module.css';
import { listName } from '../listName';
import { sourceName } from '../sourceName';
import { today } from '../../today';
import { figureText } from './figures';

interface Frozen {
  promises?: { list: string; months: number; items: { id: string; zh: string; en: string; unit: string; direction: string; target: string; by: string | null; baseline: { value: string; source: string; date: string } | null; missed: { kind: string } }[] };
}

/** What the borrower promises: typed while the application is open, as it was frozen afterwards. */
export function PromisesPanel({ save, open, frozen }: { save: Autosave; open: boolean; frozen: unknown }) {
  const t = useT();
  const found = useIndicators(save.form.firmId ?? '');
  if (found.isError) return <Panel title={t('promise.title')}><Failure reason={found.error} onRetry={() => void found.refetch()} /></Panel>;
  if (found.data === undefined) return <Panel title={t('promise.title')}><PageSkeleton rows={2} /></Panel>;
  const { rows, months, most } = found.data;
  const kept = (frozen as Frozen | undefined)?.promises;
  if (!open && kept === undefined && (save.form.promises ?? []).length === 0) return null;
  if (!open && kept !== undefined) return <Panel title={t('promise.title')} note={t('promise.list', { list: listName(t, kept.list) })}><FrozenTable frozen={kept} rows={rows} /></Panel>;
  const typed = save.form.promises ?? [];
  const set = (n: number, part: Partial<PromiseTyped>) => save.change({ promises: typed.map((one, at) => (at === n ? { ...one, ...part } : one)) });
  return (
    <Panel title={t('promise.title')} note={t('promise.form.note')}>
      {typed.length === 0 && <p className="soft">{t('promise.form.none')}</p>}
      <Form layout="vertical" disabled={!open}>
        {typed.map((one, n) => (
          <Row key={n} n={n} one={one} rows={rows} taken={typed.map(other => other.indicator ?? '')} months={months} onChange={part => set(n, part)} onRemove={() => save.change({ promises: typed.filter((_, at) => at !== n) })} />
        ))}
      </Form>
      {open && <Button icon={<PlusOutlined />} disabled={typed.length >= most} onClick={() => save.change({ promises: [...typed, {}] })}>{t('promise.form.add')}</Button>}
    </Panel>
  );
}

function Row({ n, one, rows, taken, months, onChange, onRemove }: { n: number; one: PromiseTyped; rows: readonly PromisableIndicator[]; taken: readonly string[]; months: number; onChange: (part: Partial<PromiseTyped>) => void; onRemove: () => void }) {
  const t = useT();
  const indicator = rows.find(row => row.id === one.indicator);
  return (
    <div className={styles['grid']}>
      <Form.Item label={t('promise.indicator')} htmlFor={`promise-${n}`} extra={indicator === undefined ? undefined : <Baseline indicator={indicator} />}>
        <Select id={`promise-${n}`} showSearch optionFilterProp="label" placeholder={t('promise.form.choose')} value={one.indicator ?? null} onChange={(chosen: string) => onChange({ indicator: chosen })} options={rows.map(row => ({ value: row.id, label: row.title, disabled: row.id !== one.indicator && taken.includes(row.id) }))} />
      </Form.Item>
      <Form.Item label={t('promise.target')} htmlFor={`promise-target-${n}`} extra={indicator === undefined ? undefined : t('form.of', { name: t('promise.missed'), text: indicator.missedTitle })}>
        <Input id={`promise-target-${n}`} inputMode="decimal" value={one.target ?? ''} onChange={event => onChange({ target: event.target.value.replaceAll(',', '') })} addonBefore={indicator?.directionTitle} addonAfter={indicator?.unitTitle} />
      </Form.Item>
      <Form.Item label={t('promise.by')} htmlFor={`promise-by-${n}`}>
        <DayField id={`promise-by-${n}`} value={one.by ?? ''} min={today()} placeholder={t('promise.form.default', { months })} onChange={by => onChange({ by: by === '' ? null : by })} />
      </Form.Item>
      <Form.Item label=" "><Button type="text" danger icon={<DeleteOutlined />} aria-label={t('promise.form.remove')} onClick={onRemove}>{t('promise.form.remove')}</Button></Form.Item>
    </div>
  );
}

function Baseline({ indicator }: { indicator: PromisableIndicator }) {
  const t = useT();
  return (
    <>
      {t('form.of', { name: t('promise.baseline'), text: '' })}{indicator.baseline == null ? <span className={styles['soon']}>{t('promise.baseline.none')}</span> : <>{figureText(indicator.unit, indicator.unitTitle, indicator.baseline)} · <span translate="no">{sourceName(t, indicator.baselineSource)}</span></>}
    </>
  );
}

function FrozenTable({ frozen, rows }: { frozen: NonNullable<Frozen['promises']>; rows: readonly PromisableIndicator[] }) {
  const t = useT();
  const language = useLanguage();
  const unitOf = (id: string, unit: string) => rows.find(row => row.id === id)?.unitTitle ?? t.code('promiseUnit', unit);
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={frozen.items}
      locale={{ emptyText: <Nothing>{t('promise.form.none')}</Nothing> }}
      columns={[
        { title: t('promise.indicator'), render: (_, one) => (language === 'zh' ? one.zh : one.en) },
        { title: t('promise.baseline'), render: (_, one) => (one.baseline === null ? <span className={styles['soon']}>{t('promise.baseline.none')}</span> : <Two first={figureText(one.unit, unitOf(one.id, one.unit), one.baseline.value)} second={<span translate="no">{sourceName(t, one.baseline.source)}</span>} />) },
        { title: t('promise.target'), render: (_, one) => <>{t.code('promiseDirection', one.direction)} {figureText(one.unit, unitOf(one.id, one.unit), one.target)}</> },
        { title: t('promise.by'), width: 160, render: (_, one) => (one.by === null ? t('promise.form.default', { months: frozen.months }) : formatDate(one.by)) },
      ]}
    />
  );
}
