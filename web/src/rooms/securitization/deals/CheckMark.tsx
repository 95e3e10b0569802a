import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useT } from '../../../words';

/** The result of the check in a word and a colour. */
export function CheckMark({ errors, warnings }: { errors: number; warnings: number }) {
  const t = useT();
  if (errors > 0) {
    return (
      <span style={{ color: 'var(--z-red)', whiteSpace: 'nowrap' }}>
        <CloseCircleOutlined /> {t('deals.check.errors', { count: errors })}
      </span>
    );
  }
  if (warnings > 0) {
    return (
      <span style={{ color: 'var(--z-amber)', whiteSpace: 'nowrap' }}>
        <ExclamationCircleOutlined /> {t('deals.check.warnings', { count: warnings })}
      </span>
    );
  }
  return (
    <span style={{ color: 'var(--z-green)', whiteSpace: 'nowrap' }}>
      <CheckCircleOutlined /> {t('deals.check.clean')}
    </span>
  );
}
