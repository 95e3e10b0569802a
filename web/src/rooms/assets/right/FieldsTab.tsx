import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { RightField, RightProfile } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { useT, type Translate } from '../../../words';
import styles from '../Assets.module.css';
import { capital } from '../capital';

/** Every field with who says so and when, and what others say instead. */
export function FieldsTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  return (
    <Panel title={t('right.fields')} note={t('right.fields.note')}>
      <Table<RightField> size="small" rowKey="field" columns={fieldColumns(t)} dataSource={profile.fields} pagination={false} scroll={{ x: 860 }} locale={{ emptyText: <Nothing>{t('right.fields.empty')}</Nothing> }} />
    </Panel>
  );
}

/** A field's name in the reader's words; `date.filing` and `other.…` have lists of their own. */
export function fieldName(t: Translate, field: string): string {
  if (field.startsWith('date.')) return t.code('rightDate', field.slice(5));
  const known = t.code('rightField', field);
  return known === field && field.startsWith('other.') ? field.slice(6) : known;
}

function fieldColumns(t: Translate): ColumnsType<RightField> {
  return [
    { title: t('right.field'), width: 150, render: (_, field) => capital(fieldName(t, field.field)) },
    { title: t('right.field.value'), render: (_, field) => <span translate="no">{field.field === 'kind' ? capital(t.code('rightKind', field.value)) : shortened(field.value)}</span> },
    { title: t('right.event.source'), width: 180, render: (_, field) => t.code('person', field.source) },
    { title: t('right.asOf'), width: 110, render: (_, field) => formatDate(field.asOf) },
    {
      title: t('right.field.differing'),
      width: 240,
      render: (_, field) =>
        field.differing.length === 0 ? null : (
          <ul className={styles['list']}>
            {field.differing.map(other => (
              <li key={`${other.source}${other.value}`} className={styles['gap']}>
                {t('right.source.differs', { source: t.code('person', other.source), day: formatDate(other.asOf), value: shortened(other.value) })}
              </li>
            ))}
          </ul>
        ),
    },
  ];
}

const shortened = (text: string) => (text.length <= 240 ? text : `${text.slice(0, 240)}…`);
