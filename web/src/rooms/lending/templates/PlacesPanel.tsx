import { App, Input } from 'antd';
import { useState } from 'react';
import { type PlaceView, usePlaces } from '../../../api/paperTemplates';
import type { PaperSubject } from '../../../api/papers';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT } from '../../../words';
import styles from './Templates.module.css';

/** What a template may name: each field with its meaning, the ways to write it, and how it reads of the record chosen. */
export function PlacesPanel({ about, record }: { about: PaperSubject; record: string | null }) {
  const t = useT();
  const found = usePlaces(about, record);
  const [search, setSearch] = useState('');
  if (found.data === undefined) return found.isError ? <Failure reason={found.error} onRetry={() => void found.refetch()} /> : <PageSkeleton rows={10} />;
  const wanted = search.trim().toLowerCase();
  const fits = (field: PlaceView) => wanted === '' || field.name.includes(wanted) || field.title.toLowerCase().includes(wanted);
  const lists = found.data.lists.map(list => ({ ...list, fields: list.name.includes(wanted) || list.title.toLowerCase().includes(wanted) ? list.fields : list.fields.filter(fits) })).filter(list => list.fields.length > 0);
  const fields = found.data.fields.filter(fits);
  return (
    <>
      <p className={styles['note']}>{t('template.places.note')}</p>
      <Input.Search allowClear size="small" aria-label={t('template.places.search')} placeholder={t('template.places.search')} value={search} onChange={event => setSearch(event.target.value)} style={{ marginBottom: 8 }} />
      <div className={styles['places']} tabIndex={0} role="region" aria-label={t('template.places')}>
        {fields.length === 0 && lists.length === 0 && <p>{t('template.places.none')}</p>}
        {fields.length > 0 && <><h3>{t('template.places.record')}</h3><Fields fields={fields} /></>}
        {lists.map(list => (
          <section key={list.name}>
            <h3>{list.title} <span className={styles['note']}><code translate="no">rows: {list.name}</code>{list.items !== null && list.items !== undefined && <> · {t('template.places.items', { count: list.items })}</>}</span></h3>
            <Fields fields={list.fields} />
          </section>
        ))}
      </div>
    </>
  );
}

function Fields({ fields }: { fields: readonly PlaceView[] }) {
  const t = useT();
  const { message } = App.useApp();
  const copy = async (place: string) => {
    try {
      await navigator.clipboard.writeText(place);
      void message.success(t('template.copied', { place }));
    } catch {
      // A browser may forbid it; the place can be typed.
      void message.info(t('template.notCopied', { place }));
    }
  };
  return (
    <table>
      <thead><tr><th>{t('template.place.name')}</th><th>{t('template.place.write')}</th><th>{t('template.place.example')}</th></tr></thead>
      <tbody>
        {fields.map(field => (
          <tr key={field.name}>
            <td>{field.title}</td>
            <td translate="no">{field.writes.map(place => <button key={place} type="button" onClick={() => void copy(place)}>{place}</button>)}</td>
            <td className="tabular">{field.example ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
