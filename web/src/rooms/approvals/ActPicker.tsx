import { Select } from 'antd';
import { useRules } from '../../api/approvalQueries';
import { useT } from '../../words';

interface Props {
  id: string;
  value: readonly string[];
  onChange: (acts: string[]) => void;
  /** Whether reading a room can be chosen too. */
  reading?: boolean;
}

/** Acts, whole rooms and everything, by name and code. */
export function ActPicker({ id, value, onChange, reading = false }: Props) {
  const t = useT();
  const rules = useRules().data?.rules ?? [];
  const rooms = [...new Set(rules.map(rule => rule.act.split('.')[0] ?? ''))].filter(room => room !== '');
  const options = [
    { value: '*', label: t('delegations.acts.all') },
    ...rooms.map(room => ({ value: `${room}.*`, label: `${t.code('actRoom', room)} ${room}.*` })),
    ...(reading ? ['*', ...rooms].map(room => ({ value: `${room}.read`, label: `${t('acts.read', { room: room === '*' ? t('acts.read.all') : t.code('actRoom', room) })} ${room}.read` })) : []),
    ...rules.map(rule => ({ value: rule.act, label: `${t.either(rule.titleZh, rule.titleEn)} ${rule.act}` })),
  ];
  return <Select id={id} mode="multiple" optionFilterProp="label" popupMatchSelectWidth={false} value={[...value]} options={options} onChange={onChange} />;
}

/** Acts as they are shown in a list: rooms by their names, acts by those of their rules. */
export function useActWords(): (acts: readonly string[]) => string {
  const t = useT();
  const rules = useRules().data?.rules;
  return acts =>
    acts
      .map(act => {
        if (act === '*') return t('delegations.acts.all');
        if (/^[a-z]+\.\*$/.test(act)) return `${t.code('actRoom', act.slice(0, -2))} ${act}`;
        const rule = rules?.find(one => one.act === act);
        return rule === undefined ? act : t.either(rule.titleZh, rule.titleEn);
      })
      .join(t('access.listComma'));
}
