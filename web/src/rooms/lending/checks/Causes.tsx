import { Tooltip } from 'antd';
import { useT } from '../../../words';

const most = 2;

/** Why a check is asked for: the first of many, the rest on pointing. */
export function Causes({ causes }: { causes: readonly string[] }) {
  const t = useT();
  if (causes.length <= most) return <>{causes.join('；')}</>;
  return (
    <Tooltip title={causes.slice(most).join('；')}>
      <span tabIndex={0}>
        {causes.slice(0, most).join('；')} {t('check.causes.more', { count: causes.length - most })}
      </span>
    </Tooltip>
  );
}
