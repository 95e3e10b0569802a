import { useT } from '../../words';

/** Who did it; a person's name is the same in every language. */
export function Person({ name }: { name: string }) {
  return <span translate="no">{useT().code('person', name)}</span>;
}
