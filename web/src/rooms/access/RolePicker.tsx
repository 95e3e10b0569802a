import { Select } from 'antd';
import { useRoles } from '../../api/peopleQueries';
import { useT } from '../../words';
import { useRoleName } from '../approvals/RoleNames';

/** The roles that can be given in the organisation. */
export function RolePicker({ id, value, onChange, clearable = false }: { id: string; value: string; onChange: (code: string) => void; clearable?: boolean }) {
  const t = useT();
  const name = useRoleName();
  const roles = (useRoles().data?.roles ?? []).filter(role => role.active);
  return (
    <Select
      id={id}
      showSearch
      optionFilterProp="label"
      allowClear={clearable}
      placeholder={clearable ? t('users.role.later') : undefined}
      value={value === '' ? null : value}
      options={roles.map(role => ({ value: role.code, label: name(role.code) }))}
      onChange={(next: string | undefined) => onChange(next ?? '')}
    />
  );
}
