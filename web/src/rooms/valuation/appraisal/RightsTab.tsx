import { Checkbox, Input, Table, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { JsonMap } from '../../../api/valuationTypes';
import { formatDate, formatPercent, parsePercent, percentDigits } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { unitWord } from '../appraisals/appraisalColumns';
import { at, items, text } from '../request';
import styles from '../Valuation.module.css';
import type { DeskProps } from './desk';
import { weightSum } from './methods/ConclusionPart';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** The rights of the group: what part each has, and what is left after diligence. */
export function RightsTab({ working, live, may }: DeskProps) {
  const t = useT();
  const { unit } = usePreferences();
  const rights = items(at(working.request, 'group.rights'));
  const calculation = live.calculation;
  const parts = new Map(calculation?.rights.map(part => [part.id, part]) ?? []);
  const after = new Map(calculation?.afterDiligence.rights.map(right => [right.id, right]) ?? []);
  const known = (value: string | null | undefined) => (value === null || value === undefined ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={value} />);
  const sum = weightSum(rights.map(right => text(right['weight'])));
  const amount = { align: 'right' as const, width: 108 };
  return (
    <Panel title={t('value.rights')} note={calculation === null ? undefined : calculation.afterDiligence.reason}>
      <Table<JsonMap>
        size="small"
        rowKey={right => text(right['id'])}
        dataSource={rights}
        scroll={{ x: 1066 }}
        pagination={rights.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          {
            title: t('rights.number'),
            fixed: 'left',
            width: 206,
            render: (_, right) => {
              const id = text(right['id']);
              const number = text(right['number']) || id;
              return <Two first={<span translate="no">{uuid.test(id) ? <Link to={`/rights/${id}`}>{number}</Link> : number}</span>} second={<span translate="no">{text(right['zh'])}</span>} />;
            },
          },
          { title: t('rights.kind'), width: 110, render: (_, right) => t.code('rightKind', text(right['kind'])) },
          { title: t('valueKey.expires'), width: 100, render: (_, right) => (text(right['expires']) === '' ? <span className="soft">{t('shell.unknown')}</span> : formatDate(text(right['expires']))) },
          { title: t('valueKey.core'), width: 70, render: (_, right) => <Checkbox aria-label={t('value.core.of', { number: text(right['number']) })} disabled={!may} checked={right['core'] === true || right['core'] === 'true'} onChange={event => working.set(`group.rights.${text(right['id'])}.core`, event.target.checked ? true : undefined)} /> },
          { title: t('valueKey.weight'), width: 104, render: (_, right) => <Weight may={may} label={t('value.weight.of', { name: text(right['number']) })} value={text(right['weight'])} onChange={weight => working.set(`group.rights.${text(right['id'])}.weight`, weight)} /> },
          { title: t('value.of', { unit: unitWord(t, unit) }), ...amount, render: (_, right) => known(parts.get(text(right['id']))?.value) },
          { title: t('appraisals.low', { unit: unitWord(t, unit) }), ...amount, render: (_, right) => known(parts.get(text(right['id']))?.low) },
          { title: t('appraisals.high', { unit: unitWord(t, unit) }), ...amount, render: (_, right) => known(parts.get(text(right['id']))?.high) },
          {
            title: t('appraisals.after', { unit: unitWord(t, unit) }),
            ...amount,
            width: 146,
            render: (_, right) => {
              const one = after.get(text(right['id']));
              return one === undefined ? <span className="soft">{t('shell.unknown')}</span> : <Tooltip title={one.reason}><span tabIndex={0}>{known(one.after)} <span className="soft">{t('value.factor', { factor: formatPercent(one.factor) })}</span></span></Tooltip>;
            },
          },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>{t('value.sum', { count: rights.length })}</Table.Summary.Cell>
            <Table.Summary.Cell index={1} colSpan={3} />
            <Table.Summary.Cell index={4}>
              <span className={sum !== null && Number(sum) === 1 ? undefined : styles['red']}>{sum === null ? t('shell.unknown') : formatPercent(sum)}</span>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={5} align="right">{known(calculation?.total)}</Table.Summary.Cell>
            <Table.Summary.Cell index={6} align="right">{known(calculation?.low)}</Table.Summary.Cell>
            <Table.Summary.Cell index={7} align="right">{known(calculation?.high)}</Table.Summary.Cell>
            <Table.Summary.Cell index={8} align="right">{known(calculation?.afterDiligence.value)}</Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </Panel>
  );
}

function Weight({ label, value, may, onChange }: { label: string; value: string; may: boolean; onChange: (weight: string) => void }) {
  const [typed, setTyped] = useState(() => (value === '' ? '' : percentDigits(value)));
  useEffect(() => setTyped(current => (parsePercent(current) === value ? current : value === '' ? '' : percentDigits(value))), [value]);
  const read = parsePercent(typed);
  return (
    <Input
      size="small"
      aria-label={label}
      suffix="%"
      inputMode="decimal"
      disabled={!may}
      value={typed}
      status={read === null ? 'error' : ''}
      onChange={event => {
        setTyped(event.target.value);
        const next = parsePercent(event.target.value);
        if (next !== null) onChange(next);
      }}
    />
  );
}
