import { useT } from '../../words';

/** What a form still needs before its button opens; nothing once it does. */
export function Lacking({ fields }: { fields: readonly (string | false)[] }) {
  const t = useT();
  const named = fields.filter(one => one !== false);
  return named.length === 0 ? null : <p className="soft" role="status" style={{ marginTop: 8 }}>{t('form.lacking', { fields: named.join(t('form.and')) })}</p>;
}
