import { useQuery } from '@tanstack/react-query';
import { Space } from 'antd';
import { accessKeys, setUpState, type Me } from '../../api/access';
import { Appearance } from '../../shell/Appearance';
import { Failure } from '../../shell/Failure';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { useT } from '../../words';
import { SetUpPage } from './SetUpPage';
import { SignInPage } from './SignInPage';
import styles from './Door.module.css';

/** What stands before the pages: signing in, or setting a new installation up. */
export default function DoorPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useT();
  const state = useQuery({ queryKey: accessKeys.setUp, queryFn: ({ signal }) => setUpState(signal) });
  return (
    <div className={styles['ground']}>
      <header className={styles['head']}>
        <span className={styles['product']}>
          <img src="/mark.svg" alt="" width={26} height={26} />
          {t('shell.product')}
        </span>
        <Space size={8}>
          <Appearance />
        </Space>
      </header>
      <main className={styles['middle']}>
        {state.isError && <Failure reason={state.error} onRetry={() => void state.refetch()} />}
        {state.isPending && <PageSkeleton />}
        {state.data?.needed === true && <SetUpPage onSignedIn={onSignedIn} />}
        {state.data?.needed === false && <SignInPage onSignedIn={onSignedIn} />}
      </main>
    </div>
  );
}
