import { DownloadOutlined } from '@ant-design/icons';
import type { EChartsOption } from 'echarts';
import { Button, Segmented, Tooltip } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { Panel } from '../shell/Panel';
import { usePreferences } from '../shell/Preferences';
import { useT } from '../words';
import { Chart, type ChartImage } from './Chart';
import styles from './ChartPanel.module.css';

export interface ChartTable {
  heads: readonly string[];
  /** First cell names the row, the others are figures. */
  rows: readonly (readonly ReactNode[])[];
}

interface Props {
  title: string;
  note?: ReactNode;
  option: EChartsOption;
  table: ChartTable;
  height?: number;
  since?: number;
  extra?: ReactNode;
}

function FigureTable({ table }: { table: ChartTable }) {
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={place} className="num">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its title, its figures as a table, and an image to take away. */
export function ChartPanel({ title, note, option, table, height = 280, since, extra }: Props) {
  const t = useT();
  const { palette } = usePreferences();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const handle = useRef<ChartImage>(null);
  const download = () => {
    const image = handle.current?.image() ?? null;
    if (image === null) return;
    const link = document.createElement('a');
    link.href = image;
    link.download = `${title}.png`;
    link.click();
  };
  const tools = (
    <div className={styles['tools']}>
      {extra}
      <Segmented
        size="small"
        aria-label={t('shell.view')}
        value={view}
        onChange={setView}
        options={[
          { value: 'chart', label: t('shell.chart') },
          { value: 'table', label: t('shell.table') },
        ]}
      />
      <Tooltip title={t('shell.image')}>
        <Button size="small" type="text" icon={<DownloadOutlined />} aria-label={`${t('shell.image')} ${title}`} disabled={view === 'table'} onClick={download} />
      </Tooltip>
    </div>
  );
  return (
    <Panel title={title} note={note} extra={tools}>
      {view === 'chart' ? (
        <Chart option={option} height={height} label={title} ground={palette.surface} since={since} handle={handle} />
      ) : (
        <FigureTable table={table} />
      )}
    </Panel>
  );
}
