export const START = /* GraphQL */ `
  mutation Start($input: StartRegistrationInput!) {
    startRegistration(input: $input) {
      __typename
      ... on RegistrationStarted {
        registrationToken
        codeSentTo { channel value }
        codeExpiresAt
        resendAvailableAt
      }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const RESEND_CODE = /* GraphQL */ `
  mutation Resend($input: ResendRegistrationCodeInput!) {
    resendRegistrationCode(input: $input) {
      __typename
      ... on RegistrationStarted { registrationToken codeSentTo { channel value } resendAvailableAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const VERIFY = /* GraphQL */ `
  mutation Verify($input: VerifyRegistrationCodeInput!) {
    verifyRegistrationCode(input: $input) {
      __typename
      ... on RegistrationVerified { registrationToken }
      ... on CodeRejected { attemptsLeft }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const COMPLETE = /* GraphQL */ `
  mutation Complete($input: CompleteRegistrationInput!) {
    completeRegistration(input: $input) {
      __typename
      ... on RegistrationCompleted { username activationSentTo { channel value } activationExpiresAt warnings }
      ... on PasswordRejected { reasons }
      ... on IdentityMismatch { fields }
      ... on TooManyRequests { retryAt }
      ... on RegistrationPending { message }
      ... on Problem { message }
    }
  }
`;
export const ACTIVATE = /* GraphQL */ `
  mutation Activate($input: ActivateAccountInput!) {
    activateAccount(input: $input) {
      __typename
      ... on AccountActivated { username }
      ... on Problem { message }
    }
  }
`;
export const LOGIN = /* GraphQL */ `
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      __typename
      ... on LoggedIn { token expiresAt account { id username status } }
      ... on AccountNotActivated { contacts { channel value } }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;

export const ACTIVATE_WITH_CODE = /* GraphQL */ `
  mutation ActivateWithCode($input: ActivateAccountWithCodeInput!) {
    activateAccountWithCode(input: $input) {
      __typename
      ... on AccountActivated { username }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const RESEND_ACTIVATION = /* GraphQL */ `
  mutation ResendActivation($input: ResendActivationInput!) {
    resendActivation(input: $input) {
      __typename
      ... on ActivationRequested { message resendAvailableAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
export const CORRECT_CONTACT = /* GraphQL */ `
  mutation CorrectContact($input: CorrectUnverifiedContactInput!) {
    correctUnverifiedContact(input: $input) {
      __typename
      ... on ActivationRequested { message resendAvailableAt }
      ... on TooManyRequests { retryAt }
      ... on Problem { message }
    }
  }
`;
