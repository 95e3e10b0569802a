import { useRoles } from '../../api/peopleQueries';
import { useT } from '../../words';
import styles from './Approvals.module.css';

/** What a role is called: those of the product by their words, the organisation's own as it named them. */
export function useRoleName(): (code: string) => string {
  const t = useT();
  const roles = useRoles().data?.roles;
  return code => {
    const own = roles?.find(role => role.code === code && !role.builtIn);
    return own === undefined ? t.code('accessRole', code) : t.either(own.zh, own.en);
  };
}

/** The seats of a step: each may be filled by one of its roles. */
export function SeatList({ seats }: { seats: readonly (readonly string[])[] }) {
  const t = useT();
  const name = useRoleName();
  return (
    <span className={styles['seats']}>
      {seats.map((roles, i) => (
        <span key={i} className={styles['seat']}>
          {roles.map(name).join(t('approval.step.or'))}
        </span>
      ))}
    </span>
  );
}
