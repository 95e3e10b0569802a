import { useT } from '../../words';

/** A region by its name; its code on pointing, and alone where no name is known. */
export function Region({ code }: { code: string }) {
  const t = useT();
  const name = t.code('region', code);
  return name === code ? <code>{code}</code> : <span title={code}>{name}</span>;
}
