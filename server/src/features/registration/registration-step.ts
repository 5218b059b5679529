/**
 * CONTACT_UNVERIFIED → CONTACT_VERIFIED → AWAITING_REGISTRY → COMPLETED; AWAITING_REGISTRY → CONTACT_VERIFIED when
 * the registry names a field to mend. SUPERSEDED: the same contact was proven in another draft (security.md 5.2).
 */
export type RegistrationStep =
  | 'CONTACT_UNVERIFIED'
  | 'CONTACT_VERIFIED'
  | 'AWAITING_REGISTRY'
  | 'COMPLETED'
  | 'SUPERSEDED';
