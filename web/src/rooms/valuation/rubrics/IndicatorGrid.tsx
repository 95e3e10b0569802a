import { Select, Table } from 'antd';
import { memo } from 'react';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { bare, child, itemsAt, type Node, type Path, type Terms, textOf, type Value, word } from '../../securitization/terms/document';
import { Cell } from './Cell';
import styles from './Rubrics.module.css';

interface Props {
  terms: Terms;
  put: (path: Path, value: Value | null) => void;
  isScore: (typed: string) => boolean;
  titleOf: (node: Node | null) => string;
}

/** Every indicator: who scores it, and how much each of its steps is worth. */
export const IndicatorGrid = memo(function IndicatorGrid({ terms, put, isScore, titleOf }: Props) {
  const t = useT();
  const rows = itemsAt(terms.root, ['level1']).flatMap((side, s) => itemsAt(side, ['level2']).flatMap((group, g) => itemsAt(group, ['level3']).map((indicator, i, all) => ({
    indicator, group, side, path: ['level1', s, 'level2', g, 'level3', i] as Path, span: i === 0 ? all.length : 0, id: textOf(indicator, 'id'),
  }))));
  return (
    <Panel title={t('rubrics.indicators')} note={t('rubricEdit.indicators.note')}>
      <Table
        size="small"
        bordered
        rowKey="id"
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={rows}
        columns={[
          { title: t('rubrics.group'), width: 130, onCell: row => ({ rowSpan: row.span }), render: (_, row) => <Two first={titleOf(row.group)} second={titleOf(row.side)} /> },
          { title: t('rubrics.indicator'), width: 170, render: (_, row) => <Two first={`${row.id} ${titleOf(row.indicator)}`} second={textOf(row.indicator, 'fact') === '' ? undefined : <code>{textOf(row.indicator, 'fact')}</code>} /> },
          { title: t('rubricEdit.mode'), width: 170, render: (_, row) => <Select size="small" style={{ width: '100%' }} aria-label={`${row.id} ${t('rubricEdit.mode')}`} value={textOf(row.indicator, 'mode')} onChange={next => put([...row.path, 'mode'], word(next))} options={['auto', 'expert', 'either'].map(value => ({ value, label: t.code('indicatorMode', value) }))} /> },
          {
            title: t('rubrics.anchors'),
            render: (_, row) => {
              const scale = child(row.indicator, 'scale');
              return scale !== null ? (
                <div className={styles['anchors']}>
                  {(['low', 'high'] as const).flatMap(end => [
                    <Cell key={end} label={`${row.id} ${t(`rubricEdit.${end}`)}`} value={textOf(scale, end)} fits={typed => /^-?\d+(\.\d+)?$/.test(typed.trim())} onCommit={typed => put([...row.path, 'scale', end], bare(typed.trim()))} />,
                    <span key={`${end}-word`}>{t(`rubricEdit.${end}`)}</span>,
                  ])}
                </div>
              ) : (
                <div className={styles['anchors']}>
                  {itemsAt(row.indicator, ['anchors']).flatMap((anchor, n) => [
                    <Cell key={n} label={`${row.id} ${titleOf(anchor)}`} value={textOf(anchor, 'score')} fits={isScore} onCommit={typed => put([...row.path, 'anchors', n, 'score'], bare(typed.trim()))} />,
                    <span key={`${n}-word`}>{titleOf(anchor)}</span>,
                  ])}
                </div>
              );
            },
          },
        ]}
      />
    </Panel>
  );
});
