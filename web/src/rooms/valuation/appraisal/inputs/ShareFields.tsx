import { Segmented } from 'antd';
import { useT } from '../../../../words';
import { industries, shareFigures, shareItems, waysOfShare, type ShareWay } from '../../fields';
import { at, isMap, text } from '../../request';
import type { DeskProps } from '../desk';
import { FigureList, FigureRow } from './FigureRow';
import styles from './Inputs.module.css';
import { WordSelect } from './WordSelect';

/** The share of the income that is the rights': typed, scored between two ends, a part of profit, or by what was invested. */
export function ShareFields({ path, method, ...desk }: DeskProps & { path: string; method: string }) {
  const t = useT();
  const { working, may } = desk;
  const ways = waysOfShare(method);
  const share = at(working.request, path);
  const map = isMap(share) ? share : {};
  const way = ways.find(one => one === text(map['way']));
  const byIndustry = map['least'] === undefined && map['most'] === undefined;
  const choose = (next: string) => {
    const known = ['of', 'decline', ...(next === '' ? [] : shareFigures[next as ShareWay].map(field => field.key)), ...(next === 'interval' ? ['industry', 'least', 'most', 'scores'] : [])];
    working.set(path, next === '' ? undefined : { ...Object.fromEntries(Object.entries(map).filter(([key]) => known.includes(key))), way: next });
  };
  const ends = (next: 'industry' | 'typed') => {
    const { industry, least, most, ...rest } = map;
    working.set(path, next === 'industry' ? { ...rest, ...(industry === undefined ? {} : { industry }) } : { ...rest, least: least ?? '0', most: most ?? '0' });
  };
  return (
    <div className={styles['section']}>
      <div className={styles['line']}>
        <h3>{t('valueKey.share')}</h3>
        <WordSelect {...desk} path={`${path}.way`} words={ways} label={t('valueKey.way')} onChosen={choose} />
      </div>
      {way !== undefined && <FigureList {...desk} under={path} fields={shareFigures[way]} />}
      {way === 'interval' && (
        <>
          <div className={styles['line']}>
            <Segmented<'industry' | 'typed'> size="small" disabled={!may} value={byIndustry ? 'industry' : 'typed'} onChange={ends} options={[{ value: 'industry', label: t('value.share.industry') }, { value: 'typed', label: t('value.share.ends') }]} />
            {byIndustry && <WordSelect {...desk} path={`${path}.industry`} words={industries} label={t('valueKey.industry')} />}
          </div>
          {!byIndustry && <FigureList {...desk} under={path} fields={[{ key: 'least', shape: 'rate' }, { key: 'most', shape: 'rate' }]} />}
          <div className={styles['figures']}>
            <h3>{t('value.share.card')}</h3>
            {shareItems.map(item => (
              <FigureRow key={item} {...desk} path={`${path}.scores.${item}`} field={{ key: item, shape: 'score' }} label={t.code('valueKey', item)} />
            ))}
          </div>
        </>
      )}
      {way !== undefined && <FigureRow {...desk} path={`${path}.decline`} field={{ key: 'decline', shape: 'rate', optional: true }} plain />}
    </div>
  );
}
