import { Button, Input, Switch, Tag } from 'antd';
import type { Outline } from '../../../../api/types';
import { compareAmounts, parsePercent, parseWhole, percentDigits } from '../../../../format';
import { useT } from '../../../../words';
import { ChoiceField, Rows, TypedField } from './RowFields';
import styles from './ScenarioTab.module.css';
import { parsePercents, switchOf, type ScenarioForm } from './scenarioForm';

interface Props {
  outline: Outline;
  form: ScenarioForm;
  onChange: (form: ScenarioForm) => void;
}

function useObligors(outline: Outline): { value: string; label: string }[] {
  return outline.obligors.map(obligor => ({ value: obligor.id, label: obligor.name === null ? obligor.id : `${obligor.id} ${obligor.name}` }));
}

function Defaults({ outline, form, onChange }: Props) {
  const t = useT();
  const obligors = useObligors(outline);
  const blank = { obligor: '', period: '1', recovery: '0', lag: '' };
  const taken = new Set(form.defaults.map(row => row.obligor));
  const largest = [...outline.obligors].sort((a, b) => compareAmounts(b.principal, a.principal)).find(obligor => !taken.has(obligor.id));
  const add = () => largest !== undefined && onChange({ ...form, defaults: [...form.defaults, { ...blank, obligor: largest.id }] });
  return (
    <Rows
      title={t('scenario.defaults')}
      rows={form.defaults}
      blank={() => blank}
      onChange={defaults => onChange({ ...form, defaults })}
      extra={
        <Button size="small" disabled={largest === undefined} onClick={add}>
          {t('scenario.defaults.largest')}
        </Button>
      }
    >
      {(row, change) => (
        <>
          <ChoiceField label={t('scenario.obligor')} value={row.obligor} options={obligors} onChange={obligor => change({ obligor })} />
          <TypedField label={t('scenario.period')} value={row.period} read={parseWhole} onChange={period => change({ period })} />
          <TypedField label={t('scenario.recovery')} value={row.recovery} read={parsePercent} onChange={recovery => change({ recovery })} />
          <TypedField label={t('scenario.lag')} value={row.lag} read={parseWhole} onChange={lag => change({ lag })} />
        </>
      )}
    </Rows>
  );
}

function Assumptions({ outline, form, onChange }: Props) {
  const t = useT();
  const industries = [...new Set(outline.obligors.flatMap(obligor => obligor.industry ?? []))];
  const scopes = [
    { value: 'pool', label: t('scenario.scope.pool') },
    ...industries.map(name => ({ value: `industry:${name}`, label: t('scenario.scope.industry', { name }) })),
    ...outline.obligors.map(({ id }) => ({ value: `obligor:${id}`, label: t('scenario.scope.obligor', { name: id }) })),
  ];
  return (
    <Rows
      title={t('scenario.assumptions')}
      rows={form.assumptions}
      blank={() => ({ scope: 'pool', cdr: '', cpr: '', recovery: '', lag: '' })}
      onChange={assumptions => onChange({ ...form, assumptions })}
    >
      {(row, change) => (
        <>
          <ChoiceField label={t('scenario.scope')} value={row.scope} options={scopes} onChange={scope => change({ scope })} />
          <TypedField label={t('scenario.cdr')} value={row.cdr} read={parsePercents} onChange={cdr => change({ cdr })} />
          <TypedField label={t('scenario.cpr')} value={row.cpr} read={parsePercents} onChange={cpr => change({ cpr })} />
          <TypedField label={t('scenario.recovery')} value={row.recovery} read={parsePercent} onChange={recovery => change({ recovery })} />
          <TypedField label={t('scenario.lag')} value={row.lag} read={parseWhole} onChange={lag => change({ lag })} />
        </>
      )}
    </Rows>
  );
}

function Prepayments({ outline, form, onChange }: Props) {
  const t = useT();
  const obligors = useObligors(outline);
  return (
    <Rows
      title={t('scenario.prepayments')}
      rows={form.prepayments}
      blank={() => ({ obligor: '', period: '1', share: '100' })}
      onChange={prepayments => onChange({ ...form, prepayments })}
    >
      {(row, change) => (
        <>
          <ChoiceField label={t('scenario.obligor')} value={row.obligor} options={obligors} onChange={obligor => change({ obligor })} />
          <TypedField label={t('scenario.period')} value={row.period} read={parseWhole} onChange={period => change({ period })} />
          <TypedField label={t('scenario.share')} value={row.share} read={parsePercent} onChange={share => change({ share })} />
        </>
      )}
    </Rows>
  );
}

function Terms({ outline, form, onChange }: Props) {
  const t = useT();
  const turn = (path: string, on: boolean) => onChange({ ...form, off: on ? form.off.filter(other => other !== path) : [...form.off, path] });
  return (
    <>
      {outline.supports.length > 0 && (
        <fieldset className={styles['group']}>
          <legend>{t('scenario.supports')}</legend>
          {outline.supports.map(support => (
            <label key={support.id} className={styles['switch']}>
              <Switch
                size="small"
                checked={!form.off.includes(switchOf(support))}
                checkedChildren={t('scenario.support.on')}
                unCheckedChildren={t('scenario.support.off')}
                onChange={on => turn(switchOf(support), on)}
              />
              {t.either(support.nameZh, support.nameEn)}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className={styles['group']}>
        <legend>{t('scenario.coupons')}</legend>
        <div className={styles['row']}>
          {outline.tranches
            .filter(tranche => !tranche.residual)
            .map(tranche => (
              <TypedField
                key={tranche.id}
                label={tranche.id}
                value={form.coupons[tranche.id] ?? ''}
                placeholder={percentDigits(tranche.coupon)}
                read={parsePercent}
                onChange={text => onChange({ ...form, coupons: { ...form.coupons, [tranche.id]: text } })}
              />
            ))}
        </div>
      </fieldset>
    </>
  );
}

/** Facts a condition may ask for; what is not given stays unknown. */
const knownFacts = ['servicer.rating', 'servicer.insolvent'];

function Facts({ form, onChange }: Props) {
  const t = useT();
  const options = [...new Set([...knownFacts, ...form.facts.map(fact => fact.name)])].filter(name => name !== '').map(value => ({ value, label: value }));
  return (
    <Rows title={t('scenario.facts')} rows={form.facts} blank={() => ({ name: 'servicer.rating', value: '' })} onChange={facts => onChange({ ...form, facts })}>
      {(row, change) => (
        <>
          <ChoiceField label={t('scenario.fact.name')} value={row.name} options={options} onChange={name => change({ name })} />
          <label className={styles['field']}>
            <span>{t('scenario.fact.value')}</span>
            <Input value={row.value} placeholder={row.name === 'servicer.rating' ? 'AA-' : 'true'} onChange={event => change({ value: event.target.value })} />
          </label>
        </>
      )}
    </Rows>
  );
}

/** Settings that came with a saved scenario and have no field of their own. */
function Others({ form, onChange }: Props) {
  const t = useT();
  const entries = Object.entries(form.other);
  if (entries.length === 0) return null;
  return (
    <fieldset className={styles['group']}>
      <legend>{t('scenario.other')}</legend>
      {entries.map(([path, value]) => (
        <Tag
          key={path}
          closable
          onClose={() => onChange({ ...form, other: Object.fromEntries(entries.filter(([other]) => other !== path)) })}
        >
          {path} = {value}
        </Tag>
      ))}
    </fieldset>
  );
}

export function ScenarioFields(props: Props) {
  return (
    <div className={styles['fields']}>
      <Defaults {...props} />
      <Terms {...props} />
      <Assumptions {...props} />
      <Prepayments {...props} />
      <Facts {...props} />
      <Others {...props} />
    </div>
  );
}
