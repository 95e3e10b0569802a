import type { JsonMap } from '../../../../api/valuationTypes';

/** Pictures of the rights' score sheets. */
export function ScorePictures(_: { rights: readonly JsonMap[] }) {
  return null;
}
