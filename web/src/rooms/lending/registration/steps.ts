export type StepField = 'effective' | 'receiptNo' | 'registrationNo' | 'channel' | 'expires' | 'due' | 'note' | 'rights';

/**
 * What a step is asked for besides its day.
 * @param ends registrations there name their last day
 */
export function asks(act: string, ends: boolean): readonly StepField[] {
  switch (act) {
    case 'submit':
      return ends ? ['channel', 'receiptNo', 'expires', 'note'] : ['channel', 'receiptNo', 'note'];
    case 'register':
      return ends ? ['registrationNo', 'receiptNo', 'effective', 'expires', 'note'] : ['registrationNo', 'receiptNo', 'effective', 'note'];
    case 'find_incomplete':
    case 'notify_defect':
      return ['receiptNo', 'due', 'note'];
    case 'request_extension':
    case 'confirm_extension':
      return ['receiptNo', 'expires', 'note'];
    case 'request_cancel':
      return ['rights', 'note'];
    case 'confirm_cancel':
      return ['receiptNo', 'effective', 'note'];
    case 'sign':
    case 'withdraw':
    case 'declare':
    case 'answer_defect':
    case 'request_change':
      return ['note'];
    default:
      return ['receiptNo', 'note'];
  }
}
