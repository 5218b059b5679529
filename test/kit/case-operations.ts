export const REQUEST_FIELDS = /* GraphQL */ `
  ticket status version applicant newEmail tier overdue dueAt workMinutesLeft effectiveAt
  office { id name }
  claim { mine since expiresAt agent { username } }
  signals { code text weight }
`;
const CLAIM = /* GraphQL */ `
  __typename
  ... on RequestClaimed { request { ${REQUEST_FIELDS} } }
  ... on NothingToClaim { message }
  ... on ClaimHeldByOther { message until heldBy { username } }
  ... on NotFound { message }
`;
export const CLAIM_REQUEST = `mutation($ticket: ID!) { claimRequest(ticket: $ticket) { ${CLAIM} } }`;
export const CLAIM_NEXT = `mutation($view: QueueView! = READY, $key: String) { claimNext(view: $view, idempotencyKey: $key) { ${CLAIM} } }`;
export const EXTEND_CLAIM = `mutation($ticket: ID!) { extendClaim(ticket: $ticket) { ${CLAIM} } }`;
export const TAKE_OVER = `mutation($input: TakeOverClaimInput!) { takeOverClaim(input: $input) { ${CLAIM} } }`;
export const TRANSFER = `mutation($input: TransferRequestInput!) { transferRequest(input: $input) { ${CLAIM} } }`;
export const RELEASE_CLAIM =
  'mutation($ticket: ID!, $mayReturn: Boolean! = false) { releaseClaim(ticket: $ticket, mayReturn: $mayReturn) }';
export const MARK_SEEN = 'mutation($id: ID!) { markEvidenceSeen(evidenceId: $id) }';

const DECISION = /* GraphQL */ `
  __typename
  ... on DecisionRecorded { undoUntil request { ${REQUEST_FIELDS} } }
  ... on AlreadyDecided { message status decidedBy { username } }
  ... on RequestChanged { message request { ${REQUEST_FIELDS} } }
  ... on DecisionRefused { message reasons }
  ... on FreshProofRequired { message }
  ... on NotFound { message }
`;
export const DECIDE = `mutation($input: DecideReplacementInput!) { decideReplacement(input: $input) { ${DECISION} } }`;
export const UNDO = `mutation($input: UndoDecisionInput!) { undoDecision(input: $input) { ${DECISION} } }`;

export const REQUEST = /* GraphQL */ `
  query Request($ticket: ID!) {
    replacementRequest(ticket: $ticket) {
      ${REQUEST_FIELDS}
      reason requester actor
      account { id username fullName email { value } }
      comparison { field recorded claimed verdict requested }
      checklist { code text automatic done }
      evidence { id kind seenByMe url held }
      draft { note messageToApplicant reasonCode verdict checklist savedAt }
      decisions { verdict reasonCode note voidedAt undoUntil checklist agent { username } }
      allowedActions { action allowed reason }
      timeline(first: 20) { items { event reason } }
    }
  }
`;
