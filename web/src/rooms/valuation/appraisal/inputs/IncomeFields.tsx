import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Json } from '../../../../api/valuationTypes';
import { parseMoney, parseWhole } from '../../../../format';
import { DayField } from '../../../../shell/DayField';
import { useT } from '../../../../words';
import { originKinds } from '../../codes';
import { typedText } from '../../figureText';
import { at, isMap, text } from '../../request';
import { findingsAt, type DeskProps } from '../desk';
import { FigureRow } from './FigureRow';
import { History } from './History';
import styles from './Inputs.module.css';

/** The forecast: amounts year by year, or a last year that grows at a fading rate; beside it what the product earned. */
export function IncomeFields({ path, profit, ...desk }: DeskProps & { path: string; profit: boolean }) {
  const t = useT();
  const { working, live, may } = desk;
  const income = at(working.request, path);
  const map = isMap(income) ? income : {};
  const yearly = Array.isArray(map['yearly']) ? map['yearly'] : null;
  const mode = yearly === null ? 'growth' : 'yearly';
  const switchTo = (next: 'growth' | 'yearly') => {
    if (next === mode) return;
    const kept = Object.fromEntries(Object.entries(map).filter(([key]) => ['first_year', 'source', 'kind', 'date'].includes(key)));
    working.set(path, next === 'yearly' ? { ...kept, yearly: spread(map) } : kept);
  };
  return (
    <div className={styles['section']}>
      <div className={styles['line']}>
        <h3>{t('valueKey.income')}</h3>
        <Segmented<'growth' | 'yearly'> size="small" disabled={!may} value={mode} onChange={switchTo} options={[{ value: 'growth', label: t('value.income.growth') }, { value: 'yearly', label: t('value.income.yearly') }]} />
      </div>
      <History firm={working.firmId} product={text(at(working.request, 'group.id'))} profit={profit} />
      <div className={styles['figures']}>
        <FigureRow {...desk} path={`${path}.first_year`} field={{ key: 'first_year', shape: 'number' }} plain />
        {mode === 'growth' ? (
          <>
            <FigureRow {...desk} path={`${path}.last`} field={{ key: 'last', shape: 'money' }} plain />
            <FigureRow {...desk} path={`${path}.growth`} field={{ key: 'growth', shape: 'rate' }} plain />
            <FigureRow {...desk} path={`${path}.years`} field={{ key: 'years', shape: 'years' }} plain />
            <FigureRow {...desk} path={`${path}.fade`} field={{ key: 'fade', shape: 'number', optional: true }} plain />
            <FigureRow {...desk} path={`${path}.erosion`} field={{ key: 'erosion', shape: 'rate', optional: true }} plain />
          </>
        ) : (
          <Years {...desk} path={path} yearly={yearly ?? []} first={parseWhole(text(map['first_year']))} />
        )}
      </div>
      <div className={styles['line']}>
        <span className="soft">{t('value.income.origin')}</span>
        <Select aria-label={t('value.kind')} disabled={!may} popupMatchSelectWidth={false} style={{ width: 112 }} value={text(map['kind']) || null} placeholder={t('value.kind')} onChange={kind => working.set(`${path}.kind`, kind)} options={originKinds.map(kind => ({ value: kind, label: t(`originKind.${kind}`) }))} />
        <Input aria-label={t('value.source')} placeholder={t('value.source')} translate="no" style={{ flex: '1 1 200px' }} disabled={!may} maxLength={300} value={text(map['source'])} onChange={event => working.set(`${path}.source`, event.target.value === '' ? undefined : event.target.value)} />
        <DayField label={t('value.date')} value={text(map['date'])} onChange={day => working.set(`${path}.date`, day === '' ? undefined : day)} />
      </div>
      {findingsAt(live.findings, path).map(finding => (
        <span key={finding.code} className={styles['bad']}>
          {finding.message} {finding.code}
        </span>
      ))}
    </div>
  );
}

/** The years the growth gives, to go on from by hand: last × (1 + growth × fade^n), rounded to the yuan. */
export function spread(map: { [key: string]: Json | undefined }): string[] {
  const [last, growth, fade, years] = [Number(text(map['last']) || 'NaN'), Number(text(map['growth']) || 'NaN'), Number(text(map['fade']) || '1'), Number(text(map['years']) || '0')];
  if (![last, growth, fade, years].every(Number.isFinite) || years < 1) return ['0'];
  const amounts: string[] = [];
  let [amount, rate] = [last, growth];
  for (let year = 0; year < Math.min(years, 100); year++) {
    amount *= 1 + rate;
    rate *= fade;
    amounts.push(String(Math.round(amount)));
  }
  return amounts;
}

function Years({ working, may, path, yearly, first }: DeskProps & { path: string; yearly: readonly Json[]; first: number | null }) {
  const t = useT();
  const put = (amounts: readonly Json[]) => working.set(`${path}.yearly`, [...amounts]);
  return (
    <div className={styles['cells']}>
      {yearly.map((amount, index) => (
        <YearCell key={index} label={first === null ? t('value.income.nth', { number: index + 1 }) : String(first + index)} value={text(amount)} may={may} onChange={next => put(yearly.map((one, other) => (other === index ? next : one)))} />
      ))}
      {may && (
        <span className={styles['line']}>
          <Button size="small" icon={<PlusOutlined />} onClick={() => put([...yearly, yearly[yearly.length - 1] ?? '0'])}>
            {t('value.income.add')}
          </Button>
          {yearly.length > 1 && <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('value.income.remove')} onClick={() => put(yearly.slice(0, -1))} />}
        </span>
      )}
    </div>
  );
}

function YearCell({ label, value, may, onChange }: { label: string; value: string; may: boolean; onChange: (next: string) => void }) {
  const [typed, setTyped] = useState(() => typedText('money', value));
  useEffect(() => setTyped(current => (Number(parseMoney(current)) === Number(value) ? current : typedText('money', value))), [value]);
  const read = parseMoney(typed);
  return (
    <label className={styles['cell']}>
      {label}
      <Input
        value={typed}
        disabled={!may}
        status={read === null ? 'error' : ''}
        onChange={event => {
          setTyped(event.target.value);
          const amount = parseMoney(event.target.value);
          if (amount !== null) onChange(amount);
        }}
      />
    </label>
  );
}
