import { Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { PreviewColumn, PreviewTable } from '../../../api/importTypes';
import { useT, type Translate } from '../../../words';
import { capital } from '../capital';
import styles from './Import.module.css';

interface Props {
  table: PreviewTable;
  fields: readonly string[];
  edited: Record<string, string>;
  onEdit: (edited: Record<string, string>) => void;
}

/** The columns of a table, what each holds, and the field it stands for, which can be changed. */
export function ColumnTable({ table, fields, edited, onEdit }: Props) {
  const t = useT();
  const options = [{ value: '', label: t('import.field.none') }, ...fields.map(value => ({ value, label: capital(t.code('importField', value)) }))];
  return (
    <>
      <p className="soft">{table.sheet === '' ? t('import.columns.line', { line: table.titleLine }) : t('import.columns.sheet', { sheet: table.sheet, line: table.titleLine })}</p>
      <Table<PreviewColumn> size="small" rowKey={(column, index) => `${column.title}${index ?? 0}`} columns={columnsOf(t, options, edited, onEdit)} dataSource={table.columns.filter(({ title }) => title !== '')} pagination={false} scroll={{ x: 720 }} />
    </>
  );
}

function columnsOf(t: Translate, options: { value: string; label: string }[], edited: Record<string, string>, onEdit: Props['onEdit']): ColumnsType<PreviewColumn> {
  return [
    { title: t('import.column'), width: 200, render: (_, { title }) => <span className={edited[title] === undefined ? '' : styles['changed']}>{title}</span> },
    {
      title: t('import.field'),
      width: 230,
      render: (_, { title, field }) => (
        <Select
          className={styles['field'] ?? ''}
          aria-label={t('import.field.of', { column: title })}
          showSearch
          optionFilterProp="label"
          value={edited[title] ?? field ?? ''}
          options={options}
          onChange={value => {
            const { [title]: _, ...others } = edited;
            onEdit(value === (field ?? '') ? others : { ...edited, [title]: value });
          }}
        />
      ),
    },
    {
      title: t('import.samples'),
      ellipsis: true,
      render: (_, { samples }) => (
        <span className={styles['samples']} title={samples.join('\n')}>
          {samples.slice(0, 3).map((sample, n) => (
            <span key={n}>{sample}</span>
          ))}
        </span>
      ),
    },
  ];
}
