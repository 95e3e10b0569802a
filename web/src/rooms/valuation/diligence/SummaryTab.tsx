import { Alert, Table } from 'antd';
import { Link } from 'react-router';
import type { DiligenceItem, DiligenceResult } from '../../../api/diligenceTypes';
import { formatDate } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Two } from '../../payments/Two';
import styles from '../Valuation.module.css';
import { GradeCounts } from './Grades';
import { answerTones, grades, gradeTones, grouped } from './judged';

type Examined = DiligenceResult['rights'][number];

/** What was found, gravest first, and how each right stands. */
export function SummaryTab({ result }: { result: DiligenceResult }) {
  const t = useT();
  const numbers = new Map(result.rights.map(right => [right.id, right.number]));
  return (
    <div className={styles['stack']}>
      <Alert type="info" showIcon message={result.statement} />
      {grades.map(grade => {
        const found = result.items.filter(item => item.grade === grade && item.state === 'finding');
        return (
          <Panel key={grade} title={<StateMark tone={gradeTones[grade]}>{`${t(`riskGrade.${grade}`)} ${found.length}`}</StateMark>} note={t(`diligence.grade.${grade}`)}>
            {found.length === 0 ? <span className="soft">{t('batch.findings.none')}</span> : <Findings items={found} numbers={numbers} />}
          </Panel>
        );
      })}
      <Panel title={t('diligence.rights')}>
        <Table<Examined>
          size="small"
          rowKey="id"
          dataSource={result.rights}
          scroll={{ x: 940 }}
          pagination={result.rights.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
          columns={[
            { title: t('rights.number'), fixed: 'left', width: 150, render: (_, right) => <Link translate="no" to={`/rights/${right.id}`}>{right.number}</Link> },
            { title: t('rights.name'), width: 240, render: (_, right) => <Two first={<span translate="no">{right.title}</span>} second={capital(t.code('rightKind', right.kind))} /> },
            { title: t('rights.state'), width: 130, render: (_, right) => (right.state === null ? <span className="soft">{t('shell.unknown')}</span> : capital(t.code('rightState', right.state))) },
            { title: t('rights.lastDay'), width: 110, render: (_, right) => (right.termEnd === null ? <span className="soft">{t('shell.unknown')}</span> : formatDate(right.termEnd)) },
            { title: t('diligence.answer'), width: 130, render: (_, right) => <StateMark tone={answerTones[right.conclusion.answer]}>{t(`diligenceAnswer.${right.conclusion.answer}`)}</StateMark> },
            { title: t('diligence.findings'), width: 190, render: (_, right) => <GradeCounts counts={right} /> },
            { title: t('diligence.unknown'), width: 84, align: 'right', render: (_, right) => right.unknown },
          ]}
        />
      </Panel>
    </div>
  );
}

/** One line for a finding, with the rights it is of. */
function Findings({ items, numbers }: { items: readonly DiligenceItem[]; numbers: ReadonlyMap<string, string> }) {
  const t = useT();
  const lines = grouped(items.map(item => ({ ...item, item: `${item.item} ${item.finding}` })));
  return (
    <ul className={styles['list']}>
      {lines.map(({ item, each }) => (
        <li key={item}>
          <strong>{capital(each[0]?.title ?? '')}</strong> {each[0]?.text} <span className="soft">{each[0]?.advice}</span>{' '}
          <span translate="no" className="soft">{each.slice(0, 6).map(one => (one.right === null ? t('diligence.firm') : (numbers.get(one.right) ?? one.right))).join(t('value.and'))}</span>
          {each.length > 6 && <span className="soft"> {t('value.more', { count: each.length - 6 })}</span>}
        </li>
      ))}
    </ul>
  );
}
