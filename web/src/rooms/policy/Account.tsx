import { Table } from 'antd';
import type { AidResult, Missing, SchemeCondition, SchemeStep, ShareResult } from '../../api/policyTypes';
import { exactYuan } from '../../format';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { catalogue, useT } from '../../words';
import { Two } from '../payments/Two';
import styles from '../valuation/Valuation.module.css';
import { factText } from './factText';
import { outcomeTones } from './tones';

const named = new Set(['kind', 'text', 'value', 'factTitle']);

/** Amounts as amounts, all else as it is. */
const written = (value: string) => (/^-?\d+\.\d\d$/.test(value) ? exactYuan(value) : value);

/** Each step of an amount with what it went by. */
function Steps({ steps }: { steps: readonly SchemeStep[] }) {
  const t = useT();
  const known = (key: string, otherwise: string) => (key in catalogue ? t(key as keyof typeof catalogue) : otherwise);
  return (
    <Table<SchemeStep>
      size="small"
      rowKey={(_, index) => `${index}`}
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={[...steps]}
      columns={[
        { title: t('policy.step'), width: 200, render: (_, step) => step.text },
        { title: t('policy.value'), width: 150, align: 'right', render: (_, step) => <span className="tabular">{typeof step.value === 'string' ? written(step.value) : t('shell.none')}</span> },
        { title: t('policy.details'), render: (_, step) => <span translate="no">{Object.entries(step).filter(([name, value]) => !named.has(name) && value !== null && value !== '').map(([name, value]) => `${known(`step.${name}`, name)} ${known(`stepValue.${value}`, written(name === 'fact' ? (step['factTitle'] ?? `${value}`) : `${value}`))}`).join(' · ')}</span> },
      ]}
    />
  );
}

function Conditions({ conditions }: { conditions: readonly SchemeCondition[] }) {
  const t = useT();
  if (conditions.length === 0) return null;
  return (
    <Table<SchemeCondition>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={[...conditions]}
      columns={[
        { title: t('policy.conditions'), width: 280, render: (_, one) => one.title },
        { title: t('policy.outcome'), width: 120, render: (_, one) => <StateMark tone={outcomeTones[one.holds] ?? 'grey'}>{t(`holds.${one.holds}`)}</StateMark> },
        { title: t('policy.why'), render: (_, one) => (one.facts === undefined ? <code translate="no">{one.shown}</code> : <span title={one.shown}>{one.facts.map(fact => `${fact.title} ${factText(t, fact)}`).join(' · ')}</span>) },
      ]}
    />
  );
}

function Unknown({ missing }: { missing: readonly Missing[] }) {
  const t = useT();
  if (missing.length === 0) return null;
  return (
    <Panel title={t('policy.missing')}>
      <ul className={styles['list']}>
        {missing.map(one => (
          <li key={one.name} title={one.name}>{one.title}</li>
        ))}
      </ul>
    </Panel>
  );
}

const yuan = (amount: string | null, none: string) => <span className="tabular">{amount === null ? none : exactYuan(amount)}</span>;

/** Aid by item, each with its conditions and steps. */
export function AidAccount({ result }: { result: AidResult }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <Panel title={t('policy.outcome')} extra={<StateMark tone={outcomeTones[result.state] ?? 'grey'}>{t(`aidOutcome.${result.state}`)}</StateMark>}>
        <Conditions conditions={result.conditions} />
        <Table<AidResult['items'][number]>
          style={{ marginTop: result.conditions.length === 0 ? 0 : 12 }}
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 560 }}
          dataSource={result.items}
          columns={[
            { title: t('policy.item'), render: (_, item) => item.title },
            { title: t('policy.outcome'), width: 120, render: (_, item) => <StateMark tone={outcomeTones[item.state] ?? 'grey'}>{t(`aidOutcome.${item.state}`)}</StateMark> },
            { title: t('policy.amount'), width: 150, align: 'right', render: (_, item) => yuan(item.amount, t('shell.unknown')) },
            { title: t('policy.atMost'), width: 150, align: 'right', render: (_, item) => yuan(item.atMost, t('shell.none')) },
          ]}
          summary={() => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={2}>{t('policy.total')}</Table.Summary.Cell>
              <Table.Summary.Cell index={2} align="right">{yuan(result.total, t('shell.unknown'))}</Table.Summary.Cell>
              <Table.Summary.Cell index={3} align="right">{yuan(result.atMost, t('shell.none'))}</Table.Summary.Cell>
            </Table.Summary.Row>
          )}
        />
      </Panel>
      {result.items.filter(item => item.steps.length > 0 || item.conditions.length > 0).map(item => (
        <Panel key={item.id} title={item.title} note={t('policy.steps')}>
          <Conditions conditions={item.conditions} />
          <Steps steps={item.steps} />
        </Panel>
      ))}
      {result.steps.length > 0 && <Panel title={t('policy.steps')}><Steps steps={result.steps} /></Panel>}
      <Unknown missing={result.missing} />
    </div>
  );
}

/** Who bears a loss, before and after recoveries. */
export function ShareAccount({ result }: { result: ShareResult }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <Panel title={t('policy.outcome')} extra={<StateMark tone={outcomeTones[result.state] ?? 'grey'}>{t(`shareOutcome.${result.state}`)}</StateMark>}>
        <Conditions conditions={[...result.conditions, ...result.trigger]} />
        {result.parties.length > 0 && (
          <Table<ShareResult['parties'][number]>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 700 }}
            dataSource={result.parties}
            columns={[
              { title: t('policy.party'), render: (_, one) => <Two first={one.title} second={one.limitedBy === null ? (one.residual ? t('policy.residual') : undefined) : t('policy.limited', { limit: one.limitedBy })} /> },
              { title: t('policy.shared'), width: 130, align: 'right', render: (_, one) => yuan(one.shared, '') },
              { title: t('policy.outside'), width: 130, align: 'right', render: (_, one) => yuan(one.outside, '') },
              { title: t('policy.total'), width: 130, align: 'right', render: (_, one) => yuan(one.total, '') },
              { title: t('policy.returned'), width: 130, align: 'right', render: (_, one) => yuan(one.returned, '') },
              { title: t('policy.final'), width: 130, align: 'right', render: (_, one) => yuan(one.final, '') },
            ]}
          />
        )}
      </Panel>
      <Panel title={t('policy.steps')}><Steps steps={result.steps} /></Panel>
      <Unknown missing={result.missing} />
    </div>
  );
}
