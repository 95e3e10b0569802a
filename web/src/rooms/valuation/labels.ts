import type { ValueRequest } from '../../api/valuationTypes';
import type { Translate } from '../../words';
import { at, isMap, items, text } from './request';

/** A method's name; with its id where two runs of one method stand side by side. */
export function methodName(t: Translate, request: ValueRequest, id: string): string {
  const all = items(request['methods']);
  const method = all.find(one => one['id'] === id);
  if (method === undefined) return id;
  const word = text(method['method']);
  const title = t.code('valueMethod', word);
  return all.filter(one => one['method'] === word).length > 1 ? t('value.method.of', { title, id }) : title;
}

function rightName(request: ValueRequest, id: string): string {
  const right = at(request, `group.rights.${id}`);
  return isMap(right) ? text(right['number']) || text(right['zh']) || id : id;
}

/** A path of the request in words: 收入分成法 · 分成率 · 评分 · 法律状态. */
export function pathLabel(t: Translate, request: ValueRequest, path: string): string {
  const steps = path.split('.');
  const said = steps.flatMap((step, index) => {
    const before = steps[index - 1] ?? '';
    // A figure's value stands for the figure; a stated basis has a value of its own.
    if (step === 'value' && index > 0 && index + 1 === steps.length && steps[0] !== 'bases') return [];
    if ((step === 'methods' || step === 'rights' || step === 'group') && index + 1 < steps.length) return [];
    if (before === 'methods' || before === 'weights') return [methodName(t, request, step)];
    if (before === 'rights') return [rightName(request, step)];
    if (before === 'not_used') return [t.code('valueApproach', step)];
    if ((before === 'share' || before === 'discount') && step === 'rate') return [t('value.rate')];
    if (before === 'bases') return [t('value.basis.n', { number: Number(step) + 1 })];
    return [t.code('valueKey', step)];
  });
  return said.filter(one => one !== '').join(' · ');
}

/** Without the method, where the place says which method it is. */
export function inputLabel(t: Translate, request: ValueRequest, path: string): string {
  const steps = path.split('.');
  return pathLabel(t, request, steps[0] === 'methods' && steps.length > 2 ? steps.slice(2).join('.') : path);
}
