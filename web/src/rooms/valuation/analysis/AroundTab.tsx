import { Table } from 'antd';
import { useMemo } from 'react';
import type { AnalysisResult } from '../../../api/diligenceTypes';
import { ChartPanel } from '../../../chart/ChartPanel';
import { categoryAxis, dress, valueAxis } from '../../../chart/dress';
import { formatNumber, formatPercent } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import styles from '../Valuation.module.css';

type Trend = AnalysisResult['trends'][number];
type Field = AnalysisResult['competition'][number];

/** What others file in the same fields, and who they are. */
export function AroundTab({ result }: { result: AnalysisResult }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      {result.trends.length === 0 ? <Panel title={t('analyses.trends')}><Nothing>{t('analyses.trends.none')}</Nothing></Panel> : <div className={styles['pair']}>{result.trends.slice(0, 6).map(trend => <TrendPicture key={trend.field} trend={trend} />)}</div>}
      <Panel title={t('analyses.competition')} note={t('analyses.competition.note')}>
        <Table<Field>
          size="small"
          rowKey="field"
          dataSource={result.competition}
          locale={{ emptyText: <Nothing>{t('analyses.trends.none')}</Nothing> }}
          pagination={result.competition.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          scroll={{ x: 760 }}
          columns={[
            { title: t('analyses.field'), width: 90, fixed: 'left', render: (_, field) => field.field },
            { title: t('analyses.filings'), width: 90, align: 'right', render: (_, field) => field.filings },
            { title: t('analyses.ownShare'), width: 100, align: 'right', render: (_, field) => (field.ownShare === null ? t('shell.unknown') : formatPercent(field.ownShare)) },
            { title: t('analyses.hhi'), width: 100, align: 'right', render: (_, field) => (field.hhi === null ? t('shell.unknown') : formatNumber(field.hhi, 3)) },
            { title: t('analyses.applicants'), render: (_, field) => <span translate="no">{field.applicants.slice(0, 6).map(one => `${one.applicant} ${one.filings}`).join(t('value.and'))}{field.applicants.length > 6 ? ` +${field.applicants.length - 6}` : ''}</span> },
          ]}
        />
      </Panel>
    </div>
  );
}

function TrendPicture({ trend }: { trend: Trend }) {
  const t = useT();
  const { palette } = usePreferences();
  const option = useMemo(
    () => ({
      ...dress(palette),
      xAxis: categoryAxis(palette, trend.years.map(year => String(year.year))),
      yAxis: { ...valueAxis(palette, t('analyses.filings')), minInterval: 1 },
      series: [
        { type: 'bar' as const, name: t('analyses.all'), itemStyle: { color: palette.series[2] ?? palette.grey }, data: trend.years.map(year => year.all) },
        { type: 'bar' as const, name: t('analyses.own'), itemStyle: { color: palette.series[0] ?? palette.accent }, data: trend.years.map(year => year.own) },
      ],
    }),
    [palette, trend, t],
  );
  return <ChartPanel title={t('analyses.trend', { field: trend.field })} option={option} height={240} table={{ heads: [t('analyses.year'), t('analyses.all'), t('analyses.own')], rows: trend.years.map(year => [year.year, year.all, year.own]) }} />;
}
