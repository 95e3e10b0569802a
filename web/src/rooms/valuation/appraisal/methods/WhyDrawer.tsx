import { Drawer } from 'antd';
import type { MethodValue, ValueRequest } from '../../../../api/valuationTypes';
import { formatNumber, formatPercent } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { unitWord } from '../../appraisals/appraisalColumns';
import { shapeOf } from '../../fields';
import { figureText, trimZeros } from '../../figureText';
import { inputLabel, methodName } from '../../labels';
import { OriginMark } from '../../OriginMark';
import parts from '../../Valuation.module.css';
import styles from './Methods.module.css';

/** Why a method gives this value: its flows, its steps, every input with its origin, its warnings. */
export function WhyDrawer({ request, method, onClose }: { request: ValueRequest; method: MethodValue; onClose: () => void }) {
  const t = useT();
  const { unit } = usePreferences();
  return (
    <Drawer open width={Math.min(760, window.innerWidth)} title={methodName(t, request, method.id)} onClose={onClose}>
      <div className={parts['stack']}>
        <p>
          {t('value.of', { unit: unitWord(t, unit) })} <strong><Amount value={method.value} /></strong>
        </p>
        {method.warnings.map(warning => (
          <p key={warning.message} className={parts['gap']}>
            {warning.message} <code>{warning.code}</code>
          </p>
        ))}
        {method.cashFlows.length > 0 && (
          <div className={styles['scroll']} tabIndex={0}>
            <h3>{t('value.flows')}</h3>
            <table className={styles['flow']}>
              <thead>
                <tr>
                  {(['year', 'time', 'income', 'share', 'kept', 'factor', 'present'] as const).map(head => (
                    <th key={head} scope="col">
                      {head === 'income' || head === 'present' ? t(`value.flow.${head}`, { unit: unitWord(t, unit) }) : t(`value.flow.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {method.cashFlows.map(flow => (
                  <tr key={flow.period}>
                    <th scope="row">{flow.year}</th>
                    <td>{formatNumber(flow.time, 2)}</td>
                    <td><Amount value={flow.income} /></td>
                    <td>{formatPercent(flow.share)}</td>
                    <td>{formatPercent(flow.kept)}</td>
                    <td>{formatNumber(flow.factor, 4)}</td>
                    <td><Amount value={flow.presentValue} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {method.steps.length > 0 && (
          <div>
            <h3>{t('value.steps')}</h3>
            <dl className={parts['facts']}>
              {method.steps.map((step, index) => (
                <div key={index} style={{ display: 'contents' }}>
                  <dt>{step.name}</dt>
                  <dd>
                    <code>{step.formula}</code> {step.result === null ? null : `= ${trimZeros(formatNumber(step.result, 6))}`}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        <div>
          <h3>{t('value.inputs.all')}</h3>
          <ul className={styles['inputs']}>
            {method.inputs.map(input => (
              <li key={input.name}>
                <span>{inputLabel(t, request, input.name)}</span>
                <span>
                  {figureText(shapeOf(input.name), input.value, unit)}
                  <OriginMark origin={input.origin} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Drawer>
  );
}
