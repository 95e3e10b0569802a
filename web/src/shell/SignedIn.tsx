import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { accessKeys, whoAmI, type Me } from '../api/access';
import { whenSignedOut } from '../api/client';
import { Failure } from './Failure';
import { PageSkeleton } from './PageSkeleton';
import { PersonContext } from './useMe';

const DoorPage = lazy(() => import('../rooms/access/DoorPage'));
const FirstPasswordPage = lazy(() => import('../rooms/access/FirstPasswordPage'));

/** The pages for whoever signed in; for anybody else the door, at the same address, so that he comes out where he wanted to go. */
export function SignedIn({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const me = useQuery({ queryKey: accessKeys.me, queryFn: ({ signal }) => whoAmI(signal), staleTime: 60_000 });
  const become = useCallback(
    (next: Me | null) => {
      queries.removeQueries({ predicate: query => query.queryKey[0] !== 'access' || query.queryKey[1] !== 'me' });
      queries.setQueryData(accessKeys.me, next);
    },
    [queries],
  );
  useEffect(() => whenSignedOut(() => queries.setQueryData(accessKeys.me, null)), [queries]);
  const person = useMemo(() => (me.data === undefined || me.data === null ? null : { me: me.data, become }), [me.data, become]);
  if (me.isError) return <Failure reason={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <PageSkeleton />;
  if (person === null) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <DoorPage onSignedIn={become} />
      </Suspense>
    );
  }
  return (
    <PersonContext value={person}>
      {person.me.mustChange ? (
        <Suspense fallback={<PageSkeleton />}>
          <FirstPasswordPage />
        </Suspense>
      ) : (
        <div key={person.me.organisation?.id ?? 'none'} style={{ display: 'contents' }}>
          {children}
        </div>
      )}
    </PersonContext>
  );
}
