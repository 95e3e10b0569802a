import { useT } from '../../../../words';
import { hasShare, isIncome } from '../../codes';
import { figuresOf, wordsOf } from '../../fields';
import { findingsAt, type DeskProps } from '../desk';
import { DealList, FeeList } from './ListFields';
import { FigureList, FigureRow } from './FigureRow';
import { IncomeFields } from './IncomeFields';
import styles from './Inputs.module.css';
import { ShareFields } from './ShareFields';
import { WordSelect } from './WordSelect';

/** The inputs of one method. */
export function MethodFields({ id, method, ...desk }: DeskProps & { id: string; method: string }) {
  const t = useT();
  const path = `methods.${id}`;
  const words = wordsOf(method);
  return (
    <div>
      {findingsAt(desk.live.findings, path).map(finding => (
        <p key={finding.code + finding.message} className={styles['bad']}>
          {finding.message} {finding.code}
        </p>
      ))}
      {isIncome(method) && <IncomeFields {...desk} path={`${path}.income`} profit={method === 'profit_share'} />}
      {hasShare(method) && <ShareFields {...desk} path={`${path}.share`} method={method} />}
      {method === 'contract_flow' && <FeeList {...desk} path={path} />}
      {method === 'comparables' && <DealList {...desk} path={path} />}
      <div className={styles['section']}>
        {words.length > 0 && (
          <div className={styles['line']}>
            {words.map(field => (
              <WordSelect key={field.key} {...desk} path={`${path}.${field.key}`} words={field.words} label={t.code('valueKey', field.key)} optional={field.optional ?? false} />
            ))}
          </div>
        )}
        <FigureList {...desk} under={path} fields={figuresOf(method)} />
        {isIncome(method) && <FigureRow {...desk} path={`${path}.amortisation_years`} field={{ key: 'amortisation_years', shape: 'years', optional: true }} plain />}
      </div>
    </div>
  );
}
