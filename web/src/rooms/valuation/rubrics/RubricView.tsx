import { Table } from 'antd';
import type { RubricDetail } from '../../../api/scoreTypes';
import { formatPercent } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Two } from '../../payments/Two';
import styles from '../Valuation.module.css';

type Line = { key: string; side: string; group: string; weight: string; id: string; title: string; mode: string; anchors: string[]; sides: number; groups: number };

/** One line an indicator; sides and groups span their lines. */
export function lines(rubric: RubricDetail): Line[] {
  return rubric.sides.flatMap(side => {
    const all = side.groups.reduce((sum, group) => sum + group.indicators.length, 0);
    return side.groups.flatMap((group, g) =>
      group.indicators.map((indicator, n) => ({
        key: indicator.id, side: capital(side.title), group: capital(group.title), weight: group.weight, id: indicator.id, title: indicator.title, mode: indicator.mode,
        anchors: indicator.low === null ? indicator.anchors.map(anchor => `${anchor.score} ${anchor.title}`) : [`${indicator.low} → 0, ${indicator.high ?? ''} → 100`],
        sides: g === 0 && n === 0 ? all : 0,
        groups: n === 0 ? group.indicators.length : 0,
      })),
    );
  });
}

/** The rubric as a table: sides, groups, indicators with what a person goes by. */
export function RubricView({ rubric }: { rubric: RubricDetail }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <div className={styles['pair']}>
        <Panel title={t('rubrics.scenarios')} note={t('rubrics.scenarios.note')}>
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 420 }}
            dataSource={rubric.scenarios}
            columns={[{ title: t('score.scenario'), render: (_, one) => capital(one.title) }, ...rubric.sides.map((side, index) => ({ title: capital(side.title), align: 'right' as const, width: 100, render: (_: unknown, one: RubricDetail['scenarios'][number]) => formatPercent(one.weights[index], 0) }))]}
          />
        </Panel>
        <Panel title={t('rubrics.vetoes')} note={t('rubrics.vetoes.note')}>
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 420 }}
            dataSource={rubric.vetoes}
            columns={[
              { title: t('rubrics.veto'), render: (_, one) => capital(one.title) },
              { title: t('rubrics.effect'), width: 150, render: (_, one) => t.code('vetoEffect', one.effect) },
              { title: t('score.scenario'), width: 120, render: (_, one) => (one.scenarios.length === 0 ? t('rubrics.all') : one.scenarios.map(id => rubric.scenarios.find(scenario => scenario.id === id)?.title ?? id).join(t('value.and'))) },
            ]}
          />
        </Panel>
      </div>
      <Panel title={t('rubrics.indicators')}>
        <Table<Line>
          size="small"
          bordered
          rowKey="key"
          pagination={false}
          scroll={{ x: 820 }}
          dataSource={lines(rubric)}
          columns={[
            { title: t('rubrics.side'), width: 110, onCell: line => ({ rowSpan: line.sides }), render: (_, line) => line.side },
            { title: t('rubrics.group'), width: 150, onCell: line => ({ rowSpan: line.groups }), render: (_, line) => <Two first={line.group} second={formatPercent(line.weight, 0)} /> },
            { title: t('rubrics.indicator'), width: 200, render: (_, line) => <Two first={`${line.id} ${line.title}`} second={t.code('indicatorMode', line.mode)} /> },
            { title: t('rubrics.anchors'), render: (_, line) => line.anchors.map(anchor => <div key={anchor}>{anchor}</div>) },
          ]}
        />
      </Panel>
    </div>
  );
}
