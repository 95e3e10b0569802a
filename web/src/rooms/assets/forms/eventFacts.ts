/** What a person is asked of an event, beside its days and words; the names are the register's. */
const asked: Record<string, readonly string[]> = {
  pledge_on: ['registration_number', 'pledgee', 'pledgor'],
  pledge_changed: ['registration_number', 'pledgee', 'pledgor'],
  pledge_off: ['registration_number'],
  freeze_on: ['court', 'decision_number'],
  freeze_off: ['court', 'decision_number'],
  licence_on: ['record_number', 'licensee', 'licensor', 'licence_kind'],
  licence_changed: ['record_number', 'licensee', 'licensor', 'licence_kind'],
  licence_off: ['record_number'],
  open_licence_on: ['licensor'],
  owner_changed: ['assignor', 'assignee'],
  applicant_changed: ['assignor', 'assignee'],
  holder_renamed: ['before', 'after'],
  renewed: ['until'],
  term_adjusted: ['days'],
  fee_paid: ['year', 'amount', 'payer'],
  invalid: ['decision_number'],
  invalid_part: ['decision_number'],
  revoked: ['decision_number'],
  revoked_part: ['decision_number'],
};

export const licenceKinds = ['exclusive', 'sole', 'ordinary', 'open'] as const;

export function factsAsked(effect: string): readonly string[] {
  return asked[effect] ?? [];
}

/** Only what belongs to the event and was filled in. */
export function factsGiven(effect: string, typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    factsAsked(effect)
      .map(name => [name, (typed[name] ?? '').trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}
