import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Json, JsonMap } from '../../../../api/valuationTypes';
import { parseMoney } from '../../../../format';
import { DayField } from '../../../../shell/DayField';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { bases, originKinds } from '../../codes';
import { typedText } from '../../figureText';
import { items, text } from '../../request';
import { findingsAt, type DeskProps } from '../desk';
import styles from './Inputs.module.css';

/** What others say it is worth: an outside report, an internal opinion, an agreed price, beside ours. */
export function BasesPart({ working, live, may }: DeskProps) {
  const t = useT();
  const all = items(working.request['bases']);
  const put = (next: Json[]) => working.set('bases', next.length === 0 ? undefined : next);
  const change = (index: number, part: JsonMap) => put(all.map((one, other) => (other === index ? clean({ ...one, ...part }) : one)));
  return (
    <Panel
      title={t('valueKey.bases')}
      note={t('value.bases.note')}
      extra={
        may && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => put([...all, { basis: 'outside' }])}>
            {t('value.bases.add')}
          </Button>
        )
      }
    >
      {all.length === 0 && <span className="soft">{t('value.bases.empty')}</span>}
      <div className={styles['figures']}>
        {all.map((basis, index) => (
          <div key={index} className={styles['basis']}>
            <Select aria-label={t('valueKey.basis')} disabled={!may} value={text(basis['basis'])} onChange={next => change(index, { basis: next })} options={bases.map(value => ({ value, label: t(`valueWord.${value}`) }))} />
            <MoneyBox label={t('value.value')} may={may} value={text(basis['value'])} onChange={value => change(index, { value })} />
            <Input aria-label={t('valueKey.by')} placeholder={t('valueKey.by')} translate="no" disabled={!may} maxLength={200} value={text(basis['by'])} onChange={event => change(index, { by: event.target.value })} />
            <DayField label={t('valueKey.on')} value={text(basis['on'])} onChange={on => change(index, { on })} />
            <Select aria-label={t('value.kind')} placeholder={t('value.kind')} allowClear disabled={!may} value={text(basis['kind']) || null} onChange={kind => change(index, { kind: kind ?? '' })} options={originKinds.map(value => ({ value, label: t(`originKind.${value}`) }))} />
            <Input aria-label={t('value.source')} placeholder={t('value.source')} translate="no" disabled={!may} maxLength={300} value={text(basis['source'])} onChange={event => change(index, { source: event.target.value })} />
            {may && <Button type="text" icon={<DeleteOutlined />} aria-label={t('value.bases.remove', { number: index + 1 })} onClick={() => put(all.filter((_, other) => other !== index))} />}
            {findingsAt(live.findings, `bases.${index}`, true).map(finding => (
              <span key={finding.code + finding.path} className={styles['bad']} style={{ gridColumn: '1 / -1' }}>
                {finding.message} {finding.code}
              </span>
            ))}
          </div>
        ))}
      </div>
    </Panel>
  );
}

const clean = (map: JsonMap): JsonMap => Object.fromEntries(Object.entries(map).filter(([, value]) => value !== ''));

function MoneyBox({ label, value, may, onChange }: { label: string; value: string; may: boolean; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(() => typedText('money', value));
  useEffect(() => setTyped(current => (Number(parseMoney(current)) === Number(value) ? current : typedText('money', value))), [value]);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      disabled={!may}
      value={typed}
      status={typed !== '' && parseMoney(typed) === null ? 'error' : ''}
      onChange={event => {
        setTyped(event.target.value);
        const read = event.target.value.trim() === '' ? '' : parseMoney(event.target.value);
        if (read !== null) onChange(read);
      }}
    />
  );
}
