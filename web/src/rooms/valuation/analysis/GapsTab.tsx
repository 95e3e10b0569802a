import { Table } from 'antd';
import { Link } from 'react-router';
import type { AnalysisResult } from '../../../api/diligenceTypes';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';

type Gap = AnalysisResult['gaps'][number];

/** What is not protected, why it matters, and what to file. */
export function GapsTab({ result }: { result: AnalysisResult }) {
  const t = useT();
  const numbers = new Map(result.rights.map(right => [right.id, right.number]));
  return (
    <Panel title={t('analyses.gaps.title')} note={t('analyses.gaps.note')}>
      <Table<Gap>
        size="small"
        rowKey={gap => `${gap.kind} ${gap.subject} ${gap.file} ${gap.reason}`}
        dataSource={result.gaps}
        locale={{ emptyText: <Nothing>{t('analyses.gaps.none')}</Nothing> }}
        pagination={result.gaps.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
        scroll={{ x: 900 }}
        columns={[
          { title: t('analyses.gap'), width: 150, render: (_, gap) => <StateMark tone={gap.kind === 'term_ending' || gap.kind === 'fee_due' ? 'grey' : 'amber'}>{t.code('analysisGap', gap.kind)}</StateMark> },
          { title: t('analyses.reason'), render: (_, gap) => <span translate="no">{gap.reason}</span> },
          { title: t('analyses.advice'), render: (_, gap) => <span translate="no">{gap.advice}</span> },
          { title: t('analyses.file'), width: 110, render: (_, gap) => t.code('analysisFile', gap.file) },
          { title: t('appraisals.rights'), width: 160, render: (_, gap) => (gap.rights.length === 0 ? t('shell.none') : <span translate="no">{gap.rights.slice(0, 3).map(id => <div key={id}><Link to={`/rights/${id}`}>{numbers.get(id) ?? id}</Link></div>)}</span>) },
        ]}
      />
    </Panel>
  );
}
