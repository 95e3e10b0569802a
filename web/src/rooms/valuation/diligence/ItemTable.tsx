import { Table } from 'antd';
import type { DiligenceItem, DiligenceResult } from '../../../api/diligenceTypes';
import { formatDate, formatPercent } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Two } from '../../payments/Two';
import { FactText } from './FactText';
import { gradeTones } from './judged';

interface Props {
  items: readonly DiligenceItem[];
  rights: DiligenceResult['rights'];
}

/** Items of a chapter: answer, fact with source and day, what it does to the value. */
export function ItemTable({ items, rights }: Props) {
  const t = useT();
  const numbers = new Map(rights.map(right => [right.id, right]));
  return (
    <Table<DiligenceItem>
      size="small"
      rowKey="key"
      dataSource={[...items]}
      pagination={items.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
      scroll={{ x: 1180 }}
      columns={[
        { title: t('diligence.item'), width: 170, render: (_, item) => capital(item.title) },
        { title: t('diligence.of'), width: 150, render: (_, item) => (item.right === null ? t('diligence.firm') : <span translate="no">{numbers.get(item.right)?.number ?? item.right}</span>) },
        {
          title: t('diligence.state'),
          width: 110,
          render: (_, item) => (item.state === 'finding' && item.grade !== null ? <StateMark tone={gradeTones[item.grade]}>{t(`riskGrade.${item.grade}`)}</StateMark> : item.state === 'clear' ? <StateMark tone="green">{t('diligenceState.clear')}</StateMark> : <StateMark tone="amber">{t('shell.unknown')}</StateMark>),
        },
        { title: t('diligence.fact'), width: 250, render: (_, item) => (item.facts.length === 0 ? <span className="soft">{item.why === null ? t('shell.none') : t.code('unknownWhy', item.why)}</span> : <span style={{ display: 'grid', gap: 2 }}>{item.facts.map((fact, index) => <FactText key={index} fact={fact} />)}</span>) },
        { title: t('diligence.source'), width: 170, render: (_, item) => <Two first={<span translate="no">{item.facts.find(fact => fact.source !== '')?.source ?? t('shell.none')}</span>} second={item.facts.find(fact => fact.date !== null) === undefined ? undefined : formatDate(item.facts.find(fact => fact.date !== null)?.date ?? null)} /> },
        { title: t('diligence.effect'), width: 130, render: (_, item) => (item.state !== 'finding' ? <span className="soft">{item.parameterTitle}</span> : <Two first={item.parameterTitle} second={item.factor === null ? t('diligence.effect.none') : t('value.factor', { factor: formatPercent(item.factor) })} />) },
        { title: t('diligence.finding'), render: (_, item) => (item.text === null ? item.state === 'unknown' && item.why !== null ? <span className="soft">{t.code('unknownWhy', item.why)}</span> : t('shell.none') : <Two first={capital(item.text)} second={capital(item.advice ?? '')} />) },
      ]}
    />
  );
}
