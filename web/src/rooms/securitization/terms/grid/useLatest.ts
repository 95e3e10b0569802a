import { useLayoutEffect, useRef, useState } from 'react';

/** Functions that always do what the last drawing meant, in an object that never changes. */
export function useLatest<T extends object>(functions: T): T {
  const latest = useRef(functions);
  useLayoutEffect(() => {
    latest.current = functions;
  });
  const [steady] = useState(() => new Proxy(functions, { get: (_, name) => Reflect.get(latest.current, name) as unknown }));
  return steady;
}
