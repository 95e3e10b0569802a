import { Table } from 'antd';
import { Link } from 'react-router';
import type { DiligenceChange, DiligenceDetail } from '../../../api/diligenceTypes';
import { formatDate } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { gradeTones, said } from './judged';

/** What is another answer than in the diligence before. */
export function SinceTab({ since }: { since: DiligenceDetail['since'] }) {
  const t = useT();
  if (since.previousId === null) return <Nothing>{t('diligence.since.first')}</Nothing>;
  return (
    <Panel title={t('diligence.since')} note={<Link to={`/diligence/${since.previousId}`}>{t('diligence.since.of', { day: formatDate(since.previousDay) })}</Link>}>
      {since.changes.length === 0 ? (
        <Nothing>{t('diligence.since.none')}</Nothing>
      ) : (
        <Table<DiligenceChange>
          size="small"
          rowKey={change => `${change.item} ${change.right}`}
          dataSource={since.changes}
          pagination={since.changes.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 640 }}
          columns={[
            { title: t('diligence.item'), render: (_, change) => capital(change.title) },
            { title: t('diligence.of'), width: 160, render: (_, change) => (change.right === null ? t('diligence.firm') : <span translate="no">{change.rightNumber ?? change.right}</span>) },
            { title: t('value.version.before'), width: 130, render: (_, change) => <Said text={change.was} /> },
            { title: t('value.version.after'), width: 130, render: (_, change) => <Said text={change.now} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function Said({ text }: { text: string | null }) {
  const t = useT();
  const read = said(text);
  if (read === null) return <span className="soft">{t('diligence.since.notAsked')}</span>;
  if (read.state === 'finding' && (read.grade === 'fatal' || read.grade === 'major' || read.grade === 'minor')) return <StateMark tone={gradeTones[read.grade]}>{t(`riskGrade.${read.grade}`)}</StateMark>;
  return <StateMark tone={read.state === 'clear' ? 'green' : 'amber'}>{read.state === 'clear' ? t('diligenceState.clear') : t('shell.unknown')}</StateMark>;
}
