import { Button, Grid, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { IndexRow, IndicesTaken } from '../../../api/instant';
import { Panel } from '../../../shell/Panel';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';

const tones: Record<string, Tone> = { taken: 'green', repeated: 'grey', refused: 'red' };

/** What became of each row of a file just taken in, with the door to the firm's index; on a phone the reason stands under the firm. */
export function IndexOutcome({ taken, onOther }: { taken: IndicesTaken; onOther: () => void }) {
  const t = useT();
  const phone = Grid.useBreakpoint().md === false;
  const firm = (row: IndexRow) => <Two first={row.firmId == null ? <span translate="no">{row.name || '—'}</span> : <Link translate="no" to={`/lending/index/${row.firmId}`}>{row.name}</Link>} second={<span translate="no">{row.code || '—'}</span>} />;
  const outcome = (row: IndexRow) => <StateMark tone={tones[row.outcome] ?? 'grey'}>{t.code('indexRow', row.outcome)}</StateMark>;
  const why = (row: IndexRow) => row.reasons.map(one => <Two key={one.code + one.path} first={t('indices.reason', { field: t.code('indexField', one.path), message: one.message, found: one.found === '—' ? t('indices.blank') : `${one.found}` })} second={`${one.expected} · ${one.code}`} />);
  const columns: TableColumnsType<IndexRow> = [
    { title: t('indices.line'), dataIndex: 'line', width: phone ? 44 : 60, align: 'right' },
    phone ? { title: t('indices.firm'), width: 260, render: (_, row) => <>{firm(row)}<div>{outcome(row)}</div>{why(row)}</> } : { title: t('indices.firm'), width: 230, render: (_, row) => firm(row) },
    { title: t('index.points'), width: 90, align: 'right', render: (_, row) => <span className="tabular" translate="no">{row.points || '—'}</span> },
    { title: t('instant.day'), width: 120, render: (_, row) => <span className="tabular" translate="no">{row.day || '—'}</span> },
    { title: t('index.model'), width: 140, render: (_, row) => <span translate="no">{row.model || '—'}</span> },
    ...(phone ? [] : [
      { title: t('indices.outcome'), width: 110, render: (_: unknown, row: IndexRow) => outcome(row) },
      { title: t('indices.why'), render: (_: unknown, row: IndexRow) => (row.reasons.length === 0 ? <span className="soft">—</span> : why(row)) },
    ]),
  ];
  return (
    <Panel title={t('indices.result')} note={<><span translate="no">{taken.name}</span> · <span translate="no" title={taken.sha256}>SHA-256 {taken.sha256.slice(0, 12)}…</span></>} extra={<Button onClick={onOther}>{t('indices.other')}</Button>}>
      <Figures
        figures={[
          { label: t('indices.lines'), value: <span className="tabular">{taken.lines}</span> },
          { label: t('indices.taken'), value: <span className="tabular">{taken.taken}</span>, note: <span translate="no">{taken.models.join('、')}</span> },
          { label: t('indices.repeated'), value: <span className="tabular">{taken.repeated}</span> },
          { label: t('indices.refused'), value: <span className={taken.refused > 0 ? styles['late'] : 'tabular'}>{taken.refused}</span> },
        ]}
      />
      <Table<IndexRow>
        size="small"
        rowKey="line"
        title={() => <span className="soft">{t('indices.shown')}</span>}
        dataSource={[...taken.shown]}
        scroll={{ x: phone ? 654 : 980 }}
        pagination={taken.shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={columns}
      />
    </Panel>
  );
}
