import { Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { formatPercent, parsePercent, percentDigits } from '../../../../format';
import { add, readDecimal, writeDecimal } from '../../../../format/decimal';
import { Amount } from '../../../../shell/Amount';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { methodName } from '../../labels';
import { at, isMap, items, text } from '../../request';
import { findingsAt, type DeskProps } from '../desk';
import inputs from '../inputs/Inputs.module.css';
import styles from './Methods.module.css';

/** The exact sum of weights as typed; null where one cannot be read. */
export function weightSum(weights: readonly string[]): string | null {
  const read = weights.map(weight => readDecimal(weight));
  return read.includes(null) ? null : writeDecimal(read.filter(one => one !== null).reduce(add, { digits: 0n, scale: 0 }));
}

/** How the results become one value, and why in writing. */
export function ConclusionPart({ working, live, may }: DeskProps) {
  const t = useT();
  const { request } = working;
  const pick = text(at(request, 'conclusion.pick'));
  const weights = at(request, 'conclusion.weights');
  const stated = isMap(weights) ? weights : {};
  const mode = pick !== '' ? 'pick' : 'weights';
  const ids = items(request['methods']).map(one => text(one['id']));
  const result = live.calculation?.result;
  const values = new Map(result?.methods.map(method => [method.id, method.value]) ?? []);
  const sum = weightSum(Object.values(stated).map(text));
  const whole = sum !== null && Number(sum) === 1;
  const reason = text(at(request, 'conclusion.reason'));
  const weigh = (id: string, weight: string) => working.set(`conclusion.weights.${id}`, weight === '' ? undefined : weight);
  const spread = result?.conclusion?.spread ?? null;
  const turn = (next: 'pick' | 'weights') => {
    const [first] = ids;
    if (next === mode || first === undefined) return;
    working.set('conclusion', { ...(next === 'pick' ? { pick: first } : { weights: { [pick || first]: '1' } }), ...(reason === '' ? {} : { reason }) });
  };
  return (
    <Panel title={t('valueKey.conclusion')} note={spread === null ? t('value.conclusion.note') : t('value.conclusion.spread', { spread: Number(spread).toFixed(2) })}>
      <div className={inputs['section']}>
        <Segmented<'pick' | 'weights'> style={{ justifySelf: 'start' }} size="small" disabled={!may} value={mode} onChange={turn} options={[{ value: 'weights', label: t('valueKey.weights') }, { value: 'pick', label: t('valueKey.pick') }]} />
        {mode === 'pick' ? (
          <Select aria-label={t('valueKey.pick')} style={{ maxWidth: 320 }} disabled={!may} value={pick} onChange={next => working.set('conclusion.pick', next)} options={ids.map(id => ({ value: id, label: methodName(t, request, id) }))} />
        ) : (
          <>
            <div className={styles['weights']}>
              {ids.map(id => (
                <Weight key={id} label={methodName(t, request, id)} may={may} open={!values.has(id)} value={text(stated[id])} onChange={weight => weigh(id, weight)} amount={values.get(id) ?? null} />
              ))}
            </div>
            {Object.keys(stated).length > 0 && <span className={whole ? 'soft' : inputs['bad']}>{sum === null ? t('value.unreadable') : t(whole ? 'value.weights.whole' : 'value.weights.sum', { sum: formatPercent(sum) })}</span>}
          </>
        )}
        <label className={inputs['cell']} style={{ fontSize: 13 }}>
          {t('value.reason')}
          <Input.TextArea translate="no" autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} disabled={!may} value={reason} status={Object.keys(stated).length > 0 && reason === '' ? 'warning' : ''} placeholder={t('value.reason.help')} onChange={event => working.set('conclusion.reason', event.target.value === '' ? undefined : event.target.value)} />
        </label>
        {findingsAt(live.findings, 'conclusion', true).map(finding => (
          <span key={finding.code + finding.path} className={inputs['bad']}>
            {finding.message} {finding.code}
          </span>
        ))}
      </div>
    </Panel>
  );
}

function Weight({ label, value, amount, open, may, onChange }: { label: string; value: string; amount: string | null; open: boolean; may: boolean; onChange: (weight: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(() => (value === '' ? '' : percentDigits(value)));
  useEffect(() => setTyped(current => (parsePercent(current) === value || (current === '' && value === '') ? current : value === '' ? '' : percentDigits(value))), [value]);
  return (
    <>
      <span>
        {label} <span className="soft">{amount === null ? t('shell.unknown') : <Amount value={amount} />}</span>
      </span>
      <Input
        aria-label={t('value.weight.of', { name: label })}
        suffix="%"
        inputMode="decimal"
        value={typed}
        disabled={!may || (open && value === '')}
        status={typed !== '' && parsePercent(typed) === null ? 'error' : ''}
        onChange={event => {
          setTyped(event.target.value);
          const read = event.target.value.trim() === '' ? '' : parsePercent(event.target.value);
          if (read !== null) onChange(read);
        }}
      />
    </>
  );
}
