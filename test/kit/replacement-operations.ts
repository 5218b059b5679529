const PROGRESS = /* GraphQL */ `
  ... on EmailReplacementProgress {
    ticket
    status
    newEmailConfirmed
    otherChannel { channel value }
    otherChannelConfirmed
    missingEvidence
    messageToApplicant
    effectiveAt
    expiresAt
    updatedAt
  }
  ... on TooManyRequests { retryAt }
  ... on Problem { message }
`;
export const REQUEST_REPLACEMENT = /* GraphQL */ `
  mutation Request($input: RequestEmailReplacementInput!) {
    requestEmailReplacement(input: $input) {
      __typename
      ... on EmailReplacementRequested {
        ticket
        ticketToken
        codeSentTo { channel value }
        codeExpiresAt
        resendAvailableAt
        requiredEvidence
      }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const RESEND_NEW_EMAIL_CODE = /* GraphQL */ `
  mutation Resend($input: ResendNewEmailCodeInput!) {
    resendNewEmailCode(input: $input) {
      __typename
      ... on NewEmailCodeSent { codeSentTo { channel value } codeExpiresAt resendAvailableAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const CONFIRM_NEW_EMAIL = /* GraphQL */ `
  mutation Confirm($input: ConfirmNewEmailInput!) { confirmNewEmail(input: $input) { __typename ... on CodeRejected { attemptsLeft } ${PROGRESS} } }
`;
export const SEND_OTHER_CHANNEL_CODE = /* GraphQL */ `
  mutation Send($input: SendOtherChannelCodeInput!) { sendOtherChannelCode(input: $input) { __typename ${PROGRESS} } }
`;
export const CONFIRM_OTHER_CHANNEL = /* GraphQL */ `
  mutation ConfirmOther($input: ConfirmOtherChannelInput!) { confirmOtherChannel(input: $input) { __typename ... on CodeRejected { attemptsLeft } ${PROGRESS} } }
`;
export const REPLACEMENT_STATUS = /* GraphQL */ `
  query Status($input: EmailReplacementStatusInput!) { emailReplacementStatus(input: $input) { __typename ${PROGRESS} } }
`;
export const CREATE_UPLOAD = /* GraphQL */ `
  mutation Upload($input: CreateEvidenceUploadInput!) {
    createEvidenceUpload(input: $input) {
      __typename
      ... on EvidenceUpload { evidenceId url maxSize expiresAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const SUBMIT = /* GraphQL */ `
  mutation Submit($input: SubmitEmailReplacementInput!) {
    submitEmailReplacement(input: $input) { __typename ... on NotReadyToSubmit { missing } ${PROGRESS} }
  }
`;
const LINK_OUTCOME = /* GraphQL */ `
  __typename
  ... on Problem { message }
`;
export const CANCEL = /* GraphQL */ `
  mutation Cancel($input: CancelEmailReplacementInput!) {
    cancelEmailReplacement(input: $input) {
      ... on EmailReplacementCancelled { ticket }
      ... on EmailReplacementObjected { ticket message }
      ${LINK_OUTCOME}
    }
  }
`;
export const UNDO = /* GraphQL */ `
  mutation Undo($input: UndoEmailReplacementInput!) {
    undoEmailReplacement(input: $input) { ... on EmailReplacementUndone { ticket } ${LINK_OUTCOME} }
  }
`;
export const WITHDRAW = /* GraphQL */ `
  mutation Withdraw($input: WithdrawEmailReplacementInput!) {
    withdrawEmailReplacement(input: $input) { ... on EmailReplacementCancelled { ticket } ${LINK_OUTCOME} }
  }
`;
