import { Alert, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { FirmProfile, FirmStatement } from '../../../api/firmTypes';
import { Amount } from '../../../shell/Amount';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT, type Translate } from '../../../words';
import { sentenceOf } from '../../ledger/findings';
import styles from '../Assets.module.css';
import { figureRows, type FigureRow } from './figures';
import { capital } from '../capital';

/** Statements side by side, newest first; what does not balance is said. */
export function StatementsTab({ profile }: { profile: FirmProfile }) {
  const t = useT();
  const { unit } = usePreferences();
  const { statements, missing } = profile;
  const odd = statements.flatMap(statement => statement.findings.map(finding => ({ period: statement.periodEnd, finding })));
  return (
    <div className={styles['stack']}>
      {missing.length > 0 && <Alert type="warning" showIcon message={t('firm.missing.note', { years: missing.join('、') })} />}
      {odd.length > 0 && <Alert type="warning" showIcon message={odd.map(({ period, finding }) => <div key={period + finding.path}>{`${period} ${sentenceOf(t, finding)}`}</div>)} />}
      <Panel title={t('firm.tab.statements')} note={t('firm.statements.note', { unit: t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan') })} extra={<UnitSwitch />}>
        <Table<FigureRow>
          size="small"
          rowKey="name"
          columns={columnsOf(t, statements)}
          dataSource={figureRows(statements)}
          pagination={false}
          scroll={{ x: 180 + statements.length * 150 }}
          locale={{ emptyText: <Nothing>{t('firm.statements.empty')}</Nothing> }}
        />
      </Panel>
    </div>
  );
}

function columnsOf(t: Translate, statements: readonly FirmStatement[]): ColumnsType<FigureRow> {
  return [
    { title: t('firm.figure'), width: 180, fixed: 'left', render: (_, row) => capital(t.code('figure', row.name)) },
    ...statements.map(statement => ({
      key: statement.periodEnd,
      title: (
        <span title={t('right.source', { source: statement.source, day: statement.asOf })}>
          {statement.periodEnd}
          <br />
          <small>{[statement.months === 12 ? t('firm.period.year') : t('firm.period.months', { months: statement.months }), t(statement.audited ? 'firm.audited' : 'firm.unaudited')].join(' · ')}</small>
        </span>
      ),
      width: 150,
      align: 'right' as const,
      render: (_: unknown, row: FigureRow) => <Amount value={row.by[statement.periodEnd]} />,
    })),
  ];
}
