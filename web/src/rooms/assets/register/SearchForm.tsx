import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { changeSearch, keepSearch, searchKeys, type KeptSearch } from '../../../api/searches';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { askedOf, isWorthKeeping, shownColumns, type RightsAddress } from './rightsAddress';

interface Props {
  address: RightsAddress;
  /** The search that is changed; null for a new one. */
  edited: KeptSearch | null;
  onKept: (kept: KeptSearch) => void;
  onCancel: () => void;
}

/** A search under its name: new, or one that is renamed, shared, or brought to what the list shows. */
export function SearchForm({ address, edited, onKept, onCancel }: Props) {
  const t = useT();
  const write = useWriting([searchKeys]);
  const [name, setName] = useState(edited?.name ?? '');
  const [shared, setShared] = useState(edited?.shared ?? false);
  const [anew, setAnew] = useState(edited !== null && edited.id === address.search);
  const worth = isWorthKeeping(address);
  const shown = { asked: askedOf(address), columns: address.columns === '' ? [] : [...shownColumns(address)] };
  const save = () =>
    write.run(
      async () => {
        const kept = edited === null ? await keepSearch({ name: name.trim(), shared, ...shown }) : await changeSearch(edited.id, edited.version, { name: name.trim(), shared, ...(anew ? shown : { asked: edited.asked, columns: edited.columns }) });
        onKept(kept);
        setName('');
        setShared(false);
        return kept;
      },
      kept => t('rights.searches.kept', { name: kept.name }),
    );
  const idle = edited === null && !worth;
  return (
    <Form onFinish={() => void save()} layout="vertical">
      <Field id="rights-search" name="name" label={edited === null ? t('rights.searches.keep') : t('rights.searches.change', { name: edited.name })} findings={write.findings} extra={idle ? t('rights.searches.idle') : undefined}>
        <Input id="rights-search" maxLength={40} value={name} disabled={idle} onChange={event => setName(event.target.value)} />
      </Field>
      <Checkbox checked={shared} disabled={idle || (edited?.shared === true && !edited.mine)} onChange={event => setShared(event.target.checked)}>
        {t('rights.searches.share')}
      </Checkbox>
      {edited !== null && (
        <Checkbox checked={anew} onChange={event => setAnew(event.target.checked)}>
          {t('rights.searches.anew')}
        </Checkbox>
      )}
      <OtherFindings findings={write.findings} fields={['name']} />
      <div style={{ display: 'flex', gap: 8, marginTop: 8 }}>
        <Button htmlType="submit" type="primary" block loading={write.busy} disabled={idle || name.trim() === ''}>
          {t('rights.searches.save')}
        </Button>
        {edited !== null && <Button onClick={onCancel}>{t('shell.cancel')}</Button>}
      </div>
    </Form>
  );
}
