import type { AtDesk } from './agents.js';

const CHECK = /* GraphQL */ `
  id applicant newEmail reason actor requester takenUntil submittedAt
  office { name }
  comparison { field recorded claimed verdict requested }
  checklist { code automatic done }
  evidence { id kind url seenByMe }
`;
const OUTCOME = /* GraphQL */ `
  id ticket agrees firstVerdict secondVerdict reasonCode note checkedAt settledAt settledNote
  decidedBy { username }
  checkedBy { username }
  settledBy { username }
`;
export const TAKE_SPOT_CHECK = /* GraphQL */ `
  mutation { takeSpotCheck { __typename ... on SpotCheckTaken { check { ${CHECK} } } ... on Problem { message } } }
`;
export const RECORD_SPOT_CHECK = /* GraphQL */ `
  mutation($input: RecordSpotCheckInput!) {
    recordSpotCheck(input: $input) {
      __typename
      ... on SpotCheckRecorded { outcome { ${OUTCOME} } }
      ... on DecisionRefused { reasons }
      ... on Problem { message }
    }
  }
`;
export const SETTLE_SPOT_CHECK = /* GraphQL */ `
  mutation($input: SettleSpotCheckInput!) {
    settleSpotCheck(input: $input) {
      __typename
      ... on SpotCheckSettled { outcome { ${OUTCOME} } }
      ... on DecisionRefused { reasons }
      ... on Problem { message }
    }
  }
`;
export const RELEASE_SPOT_CHECK =
  'mutation($checkId: ID!, $mayReturn: Boolean! = false) { releaseSpotCheck(checkId: $checkId, mayReturn: $mayReturn) }';
export const EXTEND_SPOT_CHECK = 'mutation($checkId: ID!) { extendSpotCheck(checkId: $checkId) }';
export const SAVE_SPOT_DRAFT = 'mutation($input: SpotDraftInput!) { saveSpotCheckDraft(input: $input) }';
export const SPOT_IN_HAND =
  '{ spotCheckInHand { id takenUntil draft { note verdict reasonCode checklist messageToApplicant } } }';
export const SPOT_CHECKS = /* GraphQL */ `
  query($list: SpotCheckList! = DISAGREEING, $first: Int! = 50, $after: String) {
    spotChecks(list: $list, first: $first, after: $after) { items { ${OUTCOME} } endCursor hasNextPage }
  }
`;
export const SPOT_CHECK_FIGURES = /* GraphQL */ `
  query($from: LocalDate!, $to: LocalDate!) {
    spotCheckFigures(from: $from, to: $to) {
      decided drawn waiting checked disagreed unsettled
      byDecider { agent { username } decided drawn checked disagreed }
    }
  }
`;

export const takeSpotCheck = (agent: AtDesk) => agent.ask(TAKE_SPOT_CHECK);

export const recordSpotCheck = (agent: AtDesk, input: object) => agent.ask(RECORD_SPOT_CHECK, { input });
