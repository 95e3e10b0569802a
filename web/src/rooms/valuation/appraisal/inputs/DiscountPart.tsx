import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { discountFigures, discountWays, riskItems, type DiscountWay } from '../../fields';
import { at, isMap, text } from '../../request';
import type { DeskProps } from '../desk';
import { FigureList, FigureRow } from './FigureRow';
import styles from './Inputs.module.css';
import { WordSelect } from './WordSelect';

/** The rate by one of five ways; going to another way keeps what both ways ask. */
export function DiscountPart(desk: DeskProps) {
  const t = useT();
  const { working } = desk;
  const way = discountWays.find(one => one === text(at(working.request, 'discount.way')));
  const choose = (next: string) => {
    const now = working.request['discount'];
    const known = next === '' ? [] : ['tax', ...discountFigures[next as DiscountWay].map(field => field.key), ...(next === 'build_up' ? ['scores', 'quality'] : [])];
    const carried = isMap(now) ? Object.fromEntries(Object.entries(now).filter(([key]) => known.includes(key))) : {};
    working.set('discount', next === '' ? undefined : { ...carried, way: next });
  };
  return (
    <Panel title={t('valueKey.discount')} note={t('value.discount.note')}>
      <div className={styles['section']}>
        <div className={styles['line']}>
          <WordSelect {...desk} path="discount.way" words={discountWays} label={t('valueKey.way')} onChosen={choose} />
          <WordSelect {...desk} path="discount.tax" words={['pre_tax', 'after_tax']} label={t('value.discount.tax')} />
        </div>
        {way !== undefined && <FigureList {...desk} under="discount" fields={discountFigures[way]} />}
        {way === 'build_up' && (
          <div className={styles['figures']}>
            <h3>{t('value.risk.card')}</h3>
            {riskItems.map(item => (
              <FigureRow key={item} {...desk} path={`discount.scores.${item}`} field={{ key: item, shape: 'score' }} label={t.code('valueKey', item)} />
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
