import { Input } from 'antd';
import { DayField } from '../../../../shell/DayField';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { purposes, valueTypes } from '../../codes';
import { firmFigures, lifeFigures, pledgeFigures } from '../../fields';
import { at, text } from '../../request';
import type { DeskProps } from '../desk';
import { FigureList, FigureRow } from './FigureRow';
import styles from './Inputs.module.css';
import { WordSelect } from './WordSelect';

/** What every method shares: day, type of value, purpose, when income arrives. */
export function TermsPart(desk: DeskProps) {
  const t = useT();
  const { working, may } = desk;
  return (
    <Panel title={t('value.terms')} note={t('value.terms.note')}>
      <div className={styles['section']}>
        <div className={styles['line']}>
          <label>
            <span className="soft">{t('valueKey.base_date')}</span>
            <DayField label={t('valueKey.base_date')} value={text(working.request['base_date'])} clearable={false} onChange={day => working.set('base_date', day === '' ? undefined : day)} />
          </label>
          <WordSelect {...desk} path="value_type" words={valueTypes} label={t('valueKey.value_type')} />
          <WordSelect {...desk} path="purpose" words={purposes} label={t('valueKey.purpose')} />
          <WordSelect {...desk} path="timing" words={['end', 'mid']} label={t('valueKey.timing')} optional />
        </div>
        <div className={styles['line']}>
          <label style={{ flex: '1 1 320px' }}>
            <span className="soft" style={{ whiteSpace: 'nowrap' }}>{t('valueKey.income_stream')}</span>
            <Input translate="no" disabled={!may} maxLength={200} value={text(at(working.request, 'group.income_stream'))} status={text(at(working.request, 'group.income_stream')) === '' ? 'warning' : ''} onChange={event => working.set('group.income_stream', event.target.value === '' ? undefined : event.target.value)} />
          </label>
        </div>
      </div>
    </Panel>
  );
}

export function LifePart(desk: DeskProps) {
  const t = useT();
  return (
    <Panel title={t('valueKey.life')} note={t('value.life.note')}>
      <FigureList {...desk} under="life" fields={lifeFigures} />
    </Panel>
  );
}

export function FirmPart(desk: DeskProps) {
  const t = useT();
  return (
    <Panel title={t('value.firm')} note={t('value.firm.note')}>
      <div className={styles['figures']}>
        <FigureRow {...desk} path="firm.year" field={{ key: 'year', shape: 'number', optional: true }} plain />
        {firmFigures.map(field => (
          <FigureRow key={field.key} {...desk} path={`firm.${field.key}`} field={field} />
        ))}
      </div>
    </Panel>
  );
}

export function PledgePart(desk: DeskProps) {
  const t = useT();
  return (
    <Panel title={t('valueKey.pledge')} note={t('value.pledge.note')}>
      <FigureList {...desk} under="pledge" fields={pledgeFigures} />
    </Panel>
  );
}
