import styles from '../../Valuation.module.css';
import type { DeskProps } from '../desk';
import { BasesPart } from './BasesPart';
import { ChancesPart } from './ChancesPart';
import { DiscountPart } from './DiscountPart';
import { MethodsPart } from './MethodsPart';
import { NotUsedPart } from './NotUsedPart';
import { FirmPart, LifePart, PledgePart, TermsPart } from './TermsPart';

/** Everything the value rests on, in the order in which an appraiser asks. */
export function InputsTab(desk: DeskProps) {
  return (
    <div className={styles['stack']}>
      <TermsPart {...desk} />
      <MethodsPart {...desk} />
      <DiscountPart {...desk} />
      <LifePart {...desk} />
      <FirmPart {...desk} />
      <PledgePart {...desk} />
      <BasesPart {...desk} />
      <ChancesPart {...desk} />
      <NotUsedPart {...desk} />
    </div>
  );
}
