import { Button, Select, Table } from 'antd';
import type { RubricExamined } from '../../../api/scoreTypes';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { bare, changed, child, inserted, itemsAt, type Node, nodeAt, type Path, removed, type Terms, textOf, type Value, word } from '../../securitization/terms/document';
import { Cell } from './Cell';
import { IndicatorGrid } from './IndicatorGrid';
import { isWhole, partOf, percentOf, sumOf } from './percent';
import styles from './Rubrics.module.css';

interface Props {
  terms: Terms;
  examined: RubricExamined | undefined;
  onText: (text: string) => void;
}

const isPart = (typed: string) => {
  const part = partOf(typed);
  return part !== null && Number(part) <= 1;
};

const isScore = (typed: string) => /^\d+(\.\d+)?$/.test(typed.trim()) && Number(typed) <= 100;

const wordsOf = (node: Node | null) => (node?.kind === 'list' ? node.items.map(item => (item.kind === 'scalar' ? item.text : '')) : []);

/** The rubric as tables that write into its text: weights by use, groups, coverage, grades, vetoes, indicators. */
export function RubricEdit({ terms, examined, onText }: Props) {
  const t = useT();
  const { root } = terms;
  const put = (path: Path, value: Value | null) => onText(changed(terms, [{ path, value }]));
  const putPart = (path: Path) => (typed: string) => put(path, bare(partOf(typed) ?? '0'));
  const titleOf = (node: Node | null) => t.either(textOf(node, 'zh'), textOf(node, 'en')) || textOf(node, 'id');
  const part = (label: string, path: Path, wrong = false) => <Cell label={label} suffix="%" value={percentOf(scalar(root, path))} fits={isPart} wrong={wrong} onCommit={putPart(path)} />;
  const sides = itemsAt(root, ['level1']);
  const uses = itemsAt(root, ['scenarios']);
  const useNames = uses.map(use => ({ value: textOf(use, 'id'), label: titleOf(use) }));
  return (
    <div style={{ display: 'grid', gap: 12, minWidth: 0 }}>
      <Panel title={t('rubricEdit.missing')} note={t('rubricEdit.missing.note')}>
        <div className={styles['line']}>
          <span>{t('score.coverage')}</span>
          <span style={{ width: 110 }}>{part(t('score.coverage'), ['coverage'])}</span>
          <span className={styles['small']}>{t('rubrics.coverage.note')}</span>
        </div>
      </Panel>
      <Panel title={t('rubrics.scenarios')} note={t('rubricEdit.uses.note')}>
        <Table
          size="small"
          rowKey={(_, n) => `${n}`}
          pagination={false}
          scroll={{ x: 520 }}
          dataSource={uses.map((use, n) => ({ use, n }))}
          columns={[
            { title: t('score.scenario'), width: 120, render: (_, row) => titleOf(row.use) },
            ...sides.map(side => ({
              title: titleOf(side), width: 100, align: 'right' as const,
              render: (_: unknown, row: { use: Node; n: number }) => part(`${titleOf(row.use)} ${titleOf(side)}`, ['scenarios', row.n, 'weights', textOf(side, 'id')], !isWhole(sumOf(weightsOf(row.use, sides)))),
            })),
            { title: t('rubricEdit.sum'), width: 80, align: 'right', render: (_, row) => <Sum parts={weightsOf(row.use, sides)} /> },
            { title: t('rubricEdit.reach'), width: 110, align: 'right', render: (_, row) => { const reach = examined?.reach.find(one => one.scenario === textOf(row.use, 'id')); return reach === undefined ? '—' : <span className="tabular">{reach.lowest} – {reach.highest}</span>; } },
          ]}
        />
      </Panel>
      <Panel title={t('rubricEdit.groups')} note={t('rubricEdit.groups.note')}>
        <Table
          size="small"
          rowKey="key"
          pagination={false}
          scroll={{ x: 400 }}
          dataSource={sides.flatMap((side, s) => itemsAt(side, ['level2']).map((group, g, all) => ({ key: `${s}.${g}`, side, group, s, g, span: g === 0 ? all.length : 0, parts: all.map(one => textOf(one, 'weight')) })))}
          columns={[
            { title: t('rubrics.side'), width: 110, onCell: row => ({ rowSpan: row.span }), render: (_, row) => <>{titleOf(row.side)}<div><Sum parts={row.parts} /></div></> },
            { title: t('rubrics.group'), render: (_, row) => titleOf(row.group) },
            { title: t('rubricEdit.weight'), width: 110, align: 'right', render: (_, row) => part(`${titleOf(row.group)} ${t('rubricEdit.weight')}`, ['level1', row.s, 'level2', row.g, 'weight'], !isWhole(sumOf(row.parts))) },
            { title: t('rubricEdit.count'), width: 80, align: 'right', render: (_, row) => itemsAt(row.group, ['level3']).length },
          ]}
        />
      </Panel>
      <Grades terms={terms} onText={onText} put={put} />
      <Panel
        title={t('rubrics.vetoes')}
        note={t('rubrics.vetoes.note')}
        extra={<Button size="small" onClick={() => onText(inserted(terms, ['vetoes'], itemsAt(root, ['vetoes']).length, [{ id: word(`veto-${itemsAt(root, ['vetoes']).length + 1}`), zh: word('新的否决项'), en: word('a new veto'), fact: word('legal_status'), in: [word('lapsed')], effect: word('warning') }]))}>{t('rubricEdit.add')}</Button>}
      >
        <Table
          size="small"
          rowKey={(_, n) => `${n}`}
          pagination={false}
          scroll={{ x: 860 }}
          dataSource={itemsAt(root, ['vetoes']).map((veto, n) => ({ veto, n, name: titleOf(veto) }))}
          columns={[
            { title: t('rubricEdit.zh'), width: 170, render: (_, row) => <Cell text label={`${row.name} ${t('rubricEdit.zh')}`} value={textOf(row.veto, 'zh')} onCommit={typed => put(['vetoes', row.n, 'zh'], word(typed.trim()))} /> },
            { title: t('rubricEdit.en'), width: 170, render: (_, row) => <Cell text label={`${row.name} ${t('rubricEdit.en')}`} value={textOf(row.veto, 'en')} onCommit={typed => put(['vetoes', row.n, 'en'], word(typed.trim()))} /> },
            { title: t('rubricEdit.fact'), width: 150, render: (_, row) => <Cell text label={`${row.name} ${t('rubricEdit.fact')}`} value={textOf(row.veto, 'fact')} onCommit={typed => put(['vetoes', row.n, 'fact'], word(typed.trim()))} /> },
            { title: t('rubricEdit.in'), width: 150, render: (_, row) => <Cell text label={`${row.name} ${t('rubricEdit.in')}`} value={wordsOf(child(row.veto, 'in')).join(', ')} fits={typed => typed.trim() !== ''} onCommit={typed => put(['vetoes', row.n, 'in'], typed.split(/[,，、]/).map(one => one.trim()).filter(one => one !== '').map(word))} /> },
            { title: t('rubrics.effect'), width: 150, render: (_, row) => <Select size="small" style={{ width: '100%' }} aria-label={`${row.name} ${t('rubrics.effect')}`} value={textOf(row.veto, 'effect')} onChange={next => put(['vetoes', row.n, 'effect'], word(next))} options={['zero', 'stop', 'warning'].map(value => ({ value, label: t.code('vetoEffect', value) }))} /> },
            { title: t('score.scenario'), width: 160, render: (_, row) => <Select size="small" mode="multiple" style={{ width: '100%' }} aria-label={`${row.name} ${t('score.scenario')}`} placeholder={t('rubrics.all')} value={wordsOf(child(row.veto, 'scenarios'))} onChange={(next: string[]) => put(['vetoes', row.n, 'scenarios'], next.length === 0 ? null : next.map(word))} options={useNames} /> },
            { title: '', width: 60, render: (_, row) => <Button size="small" danger aria-label={`${row.name} ${t('rubricEdit.remove')}`} onClick={() => onText(removed(terms, ['vetoes'], [row.n]))}>{t('rubricEdit.remove')}</Button> },
          ]}
        />
      </Panel>
      <IndicatorGrid terms={terms} put={put} isScore={isScore} titleOf={titleOf} />
    </div>
  );
}

function Grades({ terms, onText, put }: { terms: Terms; onText: (text: string) => void; put: (path: Path, value: Value | null) => void }) {
  const t = useT();
  const grades = itemsAt(terms.root, ['grades']);
  const add = () => {
    const before = Math.max(0, grades.length - 1);
    const [above, below] = [Number(textOf(grades[before - 1], 'from') || 100), Number(textOf(grades[before], 'from') || 0)];
    onText(inserted(terms, ['grades'], before, [{ grade: word(`G${grades.length + 1}`), from: bare(`${Math.round((above + below) / 2)}`) }]));
  };
  return (
    <Panel title={t('rubrics.grades')} note={t('rubricEdit.grades.note')} extra={<Button size="small" onClick={add}>{t('rubricEdit.add')}</Button>}>
      <Table
        size="small"
        rowKey={(_, n) => `${n}`}
        pagination={false}
        scroll={{ x: 360 }}
        dataSource={grades.map((grade, n) => ({ grade, n, above: n === 0 ? '100' : textOf(grades[n - 1], 'from') }))}
        columns={[
          { title: t('score.grade'), width: 120, render: (_, row) => <Cell text label={`${t('score.grade')} ${row.n + 1}`} value={textOf(row.grade, 'grade')} fits={typed => typed.trim() !== ''} onCommit={typed => put(['grades', row.n, 'grade'], word(typed.trim()))} /> },
          { title: t('rubricEdit.from'), width: 120, align: 'right', render: (_, row) => <Cell label={`${textOf(row.grade, 'grade')} ${t('rubricEdit.from')}`} value={textOf(row.grade, 'from')} fits={isScore} wrong={row.n > 0 && Number(textOf(row.grade, 'from')) >= Number(row.above)} onCommit={typed => put(['grades', row.n, 'from'], bare(typed.trim()))} /> },
          { title: t('rubricEdit.band'), render: (_, row) => <span className="tabular">{textOf(row.grade, 'from')} – {row.above}</span> },
          { title: '', width: 70, render: (_, row) => <Button size="small" danger disabled={grades.length < 2} aria-label={`${textOf(row.grade, 'grade')} ${t('rubricEdit.remove')}`} onClick={() => onText(removed(terms, ['grades'], [row.n]))}>{t('rubricEdit.remove')}</Button> },
        ]}
      />
    </Panel>
  );
}

function Sum({ parts }: { parts: readonly string[] }) {
  const sum = sumOf(parts);
  return <StateMark tone={isWhole(sum) ? 'green' : 'red'}>{sum === null ? '?' : `${percentOf(sum)}%`}</StateMark>;
}

function scalar(root: Node, path: Path): string {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.text : '';
}

const weightsOf = (use: Node, sides: readonly Node[]) => sides.map(side => textOf(child(use, 'weights'), textOf(side, 'id')));
