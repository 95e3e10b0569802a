import { useEffect } from 'react';
import { useT } from '../words';

/** The document's title while the page is shown: the page first, the product last. */
export function useTitle(title: string): void {
  const product = useT()('shell.product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
