import { Select, Switch } from 'antd';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { isIncome } from '../../codes';
import { spreads } from '../../fields';
import { methodName } from '../../labels';
import { at, items, text } from '../../request';
import type { DeskProps } from '../desk';
import { FigureRow } from './FigureRow';
import styles from './Inputs.module.css';

/** How far the value moves: one input at a time, and all of them by chance. */
export function ChancesPart(desk: DeskProps) {
  const t = useT();
  const { working, may } = desk;
  const income = items(working.request['methods']).filter(one => isIncome(text(one['method']))).map(one => text(one['id']));
  const [first] = income;
  const choose = (part: 'simulation' | 'sensitivity', method: string | undefined) => working.set(part, method === undefined ? undefined : part === 'simulation' ? { method, paths: '10000', seed: '1' } : { method, part: '0.1' });
  const head = (part: 'simulation' | 'sensitivity') => {
    const method = text(at(working.request, `${part}.method`));
    return (
      <div className={styles['line']}>
        <h3>{t(`valueKey.${part}`)}</h3>
        <Switch size="small" aria-label={t(`valueKey.${part}`)} disabled={!may || (first === undefined && method === '')} checked={method !== ''} onChange={on => choose(part, on ? first : undefined)} />
        {method !== '' && <Select aria-label={t('valueKey.method')} disabled={!may} popupMatchSelectWidth={false} value={method} onChange={next => working.set(`${part}.method`, next)} options={income.map(id => ({ value: id, label: methodName(t, working.request, id) }))} />}
      </div>
    );
  };
  return (
    <Panel title={t('value.chances')} note={t('value.chances.note')}>
      {first === undefined && <p className="soft">{t('value.chances.none')}</p>}
      <div className={styles['section']}>
        {head('simulation')}
        {text(at(working.request, 'simulation.method')) !== '' && (
          <div className={styles['figures']}>
            <FigureRow {...desk} path="simulation.paths" field={{ key: 'paths', shape: 'number' }} plain />
            <FigureRow {...desk} path="simulation.seed" field={{ key: 'seed', shape: 'number' }} plain />
            {spreads.map(key => (
              <FigureRow key={key} {...desk} path={`simulation.${key}`} field={{ key, shape: 'rate', optional: true }} plain />
            ))}
          </div>
        )}
      </div>
      <div className={styles['section']}>
        {head('sensitivity')}
        {text(at(working.request, 'sensitivity.method')) !== '' && <FigureRow {...desk} path="sensitivity.part" field={{ key: 'part', shape: 'rate', optional: true }} plain />}
      </div>
    </Panel>
  );
}
