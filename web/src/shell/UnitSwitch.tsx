import { Segmented } from 'antd';
import type { MoneyUnit } from '../format';
import { useT } from '../words';
import { usePreferences } from './Preferences';

/** 万元 or 元, for every figure on the page. */
export function UnitSwitch() {
  const t = useT();
  const { unit, setUnit } = usePreferences();
  return (
    <Segmented<MoneyUnit>
      aria-label={t('shell.unit')}
      value={unit}
      onChange={setUnit}
      options={[
        { value: 'wan', label: t('shell.unit.wan') },
        { value: 'yuan', label: t('shell.unit.yuan') },
      ]}
    />
  );
}
