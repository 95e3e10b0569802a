import { Table } from 'antd';
import { Link } from 'react-router';
import { ApiProblem } from '../../../api/problem';
import { useRescoredStock } from '../../../api/scores';
import type { StockGrade } from '../../../api/scoreTypes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from './Rubrics.module.css';

interface Props {
  code: string;
  text: string;
  use: string;
  /** Beside the tables: the bars alone. */
  narrow?: boolean;
}

/** All rights scored by the rubric under the draft: how many have which grade, before and after, anew with every change of the text. */
export function RubricStock({ code, text, use, narrow = false }: Props) {
  const t = useT();
  const found = useRescoredStock(code, text, use);
  // A draft that cannot be read says so beside the tables; here it is no failure.
  if (found.error instanceof ApiProblem && found.error.status === 422) return <p className={styles['small']}>{t('rubricStock.unreadable')}{!narrow && <> {found.error.message} <code>{found.error.code}</code></>}</p>;
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <p className={styles['small']} role="status">{t('rubricStock.reading')}</p>;
  const said = found.data;
  if (said.count === 0) return <Nothing>{t('rubricRescore.empty')}</Nothing>;
  const nameOf = (grade: StockGrade) => grade.grade ?? t.code('scoreOutcome', grade.outcome);
  const rows = said.grades.filter(grade => grade.outcome === 'graded' || grade.before > 0 || grade.after > 0);
  const most = Math.max(1, ...rows.flatMap(grade => [grade.before, grade.after]));
  return (
    <>
      <p role="status" className={styles['small']} aria-busy={found.isPlaceholderData}>
        {t('rubricStock.said', { count: said.count, moved: said.moved, before: said.meanBefore ?? '—', after: said.meanAfter ?? '—' })}
        {!narrow && said.oldest !== null && ` ${t('rubricStock.oldest', { day: formatDate(said.oldest) })}`}
      </p>
      <table className={styles['stock']} aria-label={t('rubricStock.title')}>
        <thead><tr><th scope="col">{t('score.grade')}</th><th scope="col" aria-label={t('rubricStock.bars')} /><th scope="col">{t('rubricRescore.before')}</th><th scope="col">{t('rubricRescore.after')}</th></tr></thead>
        <tbody>
          {rows.map(grade => (
            <tr key={nameOf(grade)}>
              <th scope="row">{nameOf(grade)}</th>
              <td>
                <span className={styles['was']} style={{ inlineSize: `${(grade.before / most) * 100}%` }} />
                <span className={styles['becomes']} style={{ inlineSize: `${(grade.after / most) * 100}%` }} />
              </td>
              <td className="num">{grade.before.toLocaleString('en')}</td>
              <td className="num">{grade.after.toLocaleString('en')}{grade.after !== grade.before && <span className={styles['small']}> {grade.after > grade.before ? '+' : '−'}{Math.abs(grade.after - grade.before).toLocaleString('en')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!narrow && (
        <>
          {said.moves.length > 0 && <div className={styles['matrix']}>{said.moves.map(move => <span key={`${move.from}${move.to}`}>{move.from ?? t('rubricRescore.ungraded')} → {move.to ?? t('rubricRescore.ungraded')}：{move.count.toLocaleString('en')}</span>)}</div>}
          {said.most.length > 0 && <Table
            size="small"
            rowKey="rightId"
            pagination={false}
            scroll={{ x: 420 }}
            dataSource={said.most}
            columns={[
              { title: t('rubricStock.most'), width: 200, render: (_, row) => <Two first={<Link to={`/rights/${row.rightId}/valuation`}>{row.rightNumber}</Link>} second="" /> },
              { title: t('rubricRescore.before'), width: 100, align: 'right', render: (_, row) => <span className="tabular">{row.totalBefore} <strong>{row.gradeBefore ?? '—'}</strong></span> },
              { title: t('rubricRescore.after'), width: 100, align: 'right', render: (_, row) => <span className="tabular">{row.totalAfter} <strong>{row.gradeAfter ?? '—'}</strong></span> },
              { title: t('rubricRescore.move'), width: 80, render: (_, row) => (row.gradeBefore === row.gradeAfter ? '—' : <StateMark tone={Number(row.totalAfter) > Number(row.totalBefore) ? 'green' : 'red'}>{`${row.gradeBefore ?? '—'} → ${row.gradeAfter ?? '—'}`}</StateMark>) },
            ]}
          />}
        </>
      )}
    </>
  );
}
