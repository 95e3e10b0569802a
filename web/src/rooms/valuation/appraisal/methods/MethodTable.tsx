import { Button, Tooltip } from 'antd';
import type { MethodValue, OpenMethod, ValueInput, ValueRequest, ValueResult } from '../../../../api/valuationTypes';
import { formatNumber, formatPercent } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { StateMark } from '../../../../shell/StateMark';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { unitWord } from '../../appraisals/appraisalColumns';
import { shapeOf } from '../../fields';
import { figureText } from '../../figureText';
import { inputLabel, methodName } from '../../labels';
import { OriginMark } from '../../OriginMark';
import styles from './Methods.module.css';

/** Inputs shown in the comparison; the rest stand in the drawer. */
const most = 7;

/** Scores of a card and the later years of a forecast are many: what decides is shown first. */
export function keyInputs(inputs: readonly ValueInput[]): ValueInput[] {
  const years = inputs.filter(input => /\.income\.\d{4}$/.test(input.name));
  const plain = inputs.filter(input => !input.name.includes('.scores.') && !years.includes(input));
  return [...years.slice(0, 1), ...plain].slice(0, most);
}

interface Props {
  request: ValueRequest;
  result: ValueResult;
  onOpen: (method: string) => void;
}

/** The methods beside each other: what each gives, on which inputs, and what an open one lacks. */
export function MethodTable({ request, result, onOpen }: Props) {
  const t = useT();
  const { unit } = usePreferences();
  const weights = result.conclusion?.weights ?? {};
  const columns: (MethodValue | OpenMethod)[] = [...result.methods, ...result.open];
  const row = (label: string, cell: (method: MethodValue) => React.ReactNode, open: (method: OpenMethod) => React.ReactNode = () => <span className="soft">{t('shell.unknown')}</span>) => (
    <tr>
      <th scope="row">{label}</th>
      {columns.map(method => (
        <td key={method.id}>{'value' in method ? cell(method) : open(method)}</td>
      ))}
    </tr>
  );
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['compare']}>
        <thead>
          <tr>
            <th scope="col">{t('valueKey.method')}</th>
            {columns.map(method => (
              <th key={method.id} scope="col">
                {methodName(t, request, method.id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(
            t('value.of', { unit: unitWord(t, unit) }),
            method => (
              <span className={styles['value']}>
                <Amount value={method.value} />
              </span>
            ),
            () => <StateMark tone="amber">{t('shell.unknown')}</StateMark>,
          )}
          {row(t('value.approach'), method => t.code('valueApproach', method.approach), () => <span className="soft">{t('shell.none')}</span>)}
          {row(t('valueKey.weight'), method => (weights[method.id] === undefined ? <span className="soft">{t('value.notWeighed')}</span> : formatPercent(weights[method.id])), () => <span className="soft">{t('value.notWeighed')}</span>)}
          {row(t('value.horizon'), method => (method.horizon === null ? t('shell.none') : t('value.horizon.of', { years: formatNumber(method.horizon, 2) })), () => t('shell.none'))}
          {row(
            t('value.keyInputs'),
            method => (
              <>
                <ul className={styles['inputs']}>
                  {keyInputs(method.inputs).map(input => (
                    <li key={input.name}>
                      <span>{inputLabel(t, request, input.name)}</span>
                      <span>
                        <Shown input={input} unit={unit} />
                        <OriginMark origin={input.origin} />
                      </span>
                    </li>
                  ))}
                </ul>
                <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(method.id)}>
                  {t('value.why', { count: method.inputs.length })}
                </Button>
              </>
            ),
            method => (
              <div className={styles['open']}>
                <span>{t('value.missing')}</span>
                <ul className={styles['lacks']}>
                  {method.missing.map(lack => (
                    <li key={lack.path + lack.message}>{lack.message}</li>
                  ))}
                </ul>
              </div>
            ),
          )}
          {row(t('value.warnings'), method => (method.warnings.length === 0 ? t('shell.none') : <Tooltip title={method.warnings.map(warning => <div key={warning.message}>{warning.message}</div>)}><span tabIndex={0}><StateMark tone="amber">{t('value.warnings.count', { count: method.warnings.length })}</StateMark></span></Tooltip>), () => t('shell.none'))}
        </tbody>
      </table>
    </div>
  );
}

function Shown({ input, unit }: { input: ValueInput; unit: 'wan' | 'yuan' }) {
  const t = useT();
  const shape = shapeOf(input.name);
  const shown = figureText(shape, input.value, unit);
  return <>{shown === input.value ? t.code('valueWord', input.value) : shown}</>;
}
