import { Alert, App, Button, Modal } from 'antd';
import { formatInstant } from '../../../format';
import { useT } from '../../../words';
import styles from '../../securitization/deal/draft/DraftBar.module.css';
import { at, differences, isMap, set } from '../request';
import type { AppraisalChange, ValueRequest } from '../../../api/valuationTypes';
import { ChangeList } from './ChangeList';
import type { Conflict, Saving } from './useSaving';
import type { Working } from './useWorking';

/** Takes the other person's changes into mine, path by path, where mine did not touch the same. */
export function takeOver(mine: ValueRequest, theirs: ValueRequest, changes: readonly AppraisalChange[], touched: ReadonlySet<string>): ValueRequest {
  return changes.filter(({ path }) => !touched.has(path)).reduce((request, { path }) => {
    const value = at(theirs, path);
    // What they took out goes out; a list they lengthened comes whole, since its new items have no place in mine.
    const parent = path.split('.').slice(0, -1).join('.');
    if (value !== undefined && at(request, path) === undefined && at(request, parent) === undefined && Array.isArray(at(theirs, parent.split('.').slice(0, -1).join('.')))) return set(request, parent.split('.').slice(0, -1).join('.'), at(theirs, parent.split('.').slice(0, -1).join('.')));
    return set(request, path, value === undefined || isMap(value) ? undefined : value);
  }, mine);
}

/** Two people saved one appraisal: both sides in full, and the ways on; none loses anything. */
export function ConflictDialog({ working, saving }: { working: Working; saving: Saving }) {
  return saving.conflict === null ? null : <Sides working={working} saving={saving} conflict={saving.conflict} />;
}

function Sides({ working, saving, conflict }: { working: Working; saving: Saving; conflict: Conflict }) {
  const t = useT();
  const { message } = App.useApp();
  const { head, request, changes } = conflict.theirs;
  const mine = differences(working.baseRequest, working.request);
  const touched = new Set(mine.map(change => change.path));
  const colliding = new Set(changes.map(change => change.path).filter(path => touched.has(path)));
  const merge = () => {
    working.restart({ version: head.number, name: working.name, request }, takeOver(working.request, request, changes, touched));
    saving.settle();
    void message.info(t('conflict.merged', { count: changes.length - colliding.size }), 6);
  };
  return (
    <Modal open width={960} title={t('conflict.title', { number: head.number })} onCancel={saving.settle} footer={null}>
      <p>{t('conflict.explain', { by: t.code('person', head.savedBy), at: formatInstant(head.savedAt), number: head.number, reason: head.reason })}</p>
      <Alert style={{ marginTop: 8 }} showIcon type={colliding.size > 0 ? 'warning' : 'success'} message={colliding.size > 0 ? t('conflict.collisions', { count: colliding.size }) : t('conflict.noCollisions')} />
      <div className={styles['sides']}>
        <section>
          <h3>{t('conflict.theirs')}</h3>
          <ChangeList request={request} changes={changes} marked={colliding} />
        </section>
        <section>
          <h3>{t('conflict.mine')}</h3>
          <ChangeList request={working.request} changes={mine} marked={colliding} />
        </section>
      </div>
      <div className={styles['choices']}>
        <Button loading={saving.busy} onClick={() => void saving.save(conflict.reason, head.number)}>
          {t('conflict.overwrite', { number: head.number + 1 })}
        </Button>
        <Button type="primary" onClick={merge}>
          {t('conflict.merge')}
        </Button>
      </div>
    </Modal>
  );
}
