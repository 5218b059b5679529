const input = (type: string, field: string, fields: string) =>
  `mutation($input: ${type}Input!) { ${field}(input: $input) { __typename ${fields} ... on Problem { message } } }`;

/** What the portal sends, by the name of the operation. */
export const DOCUMENTS = {
  passwordPolicy: '{ passwordPolicy { name minLength } }',
  regions: 'query($parent: ID) { regions(parent: $parent) { code name } }',
  startRegistration: input(
    'StartRegistration',
    'startRegistration',
    '... on RegistrationStarted { registrationToken }',
  ),
  verifyRegistrationCode: input(
    'VerifyRegistrationCode',
    'verifyRegistrationCode',
    '... on RegistrationVerified { registrationToken }',
  ),
  completeRegistration: input(
    'CompleteRegistration',
    'completeRegistration',
    '... on RegistrationCompleted { username }',
  ),
  activateAccount: input('ActivateAccount', 'activateAccount', '... on AccountActivated { username }'),
  login: input('Login', 'login', '... on LoggedIn { token }'),
  me: '{ me { id username status fullName email { value verifiedAt } whatsapp { value verifiedAt } } }',
  requestPasswordReset: input('RequestPasswordReset', 'requestPasswordReset', ''),
  resetPassword: input('ResetPassword', 'resetPassword', ''),
  findAccounts: `query($input: FindAccountsInput!) { findAccounts(input: $input) { __typename
    ... on AccountsFound { accounts { lookupId username contacts { channel value } } } } }`,
  queueCounts: '{ queueCounts { ready mine awaitingSecond returned waitingPeriod overdue } }',
  replacementQueue: `{ replacementQueue(filter: {}) { totalCount endCursor hasNextPage items {
    ticket status tier applicant newEmail dueAt overdue submittedAt actor requester office { name }
    signals { code text } account { username fullName entityName email { value } } claim { mine agent { fullName } } } } }`,
  claimNext: `mutation { claimNext { __typename ... on RequestClaimed { request { ticket version } } } }`,
  replacementRequest: `query($ticket: ID!) { replacementRequest(ticket: $ticket) { ticket version status tier
    comparison { field verdict } checklist { code done } evidence { id kind } } }`,
  releaseClaim: 'mutation($ticket: ID!) { releaseClaim(ticket: $ticket) }',
  lookUpAccount: input(
    'LookUpAccount',
    'lookUpAccount',
    '... on AccountsLookedUp { accounts { id username fullName status actor nik email { value } } }',
  ),
  account: `query($id: ID!) { account(id: $id) { username fullName status nik birthDate regionName
    email { value verifiedAt } whatsapp { value verifiedAt } allowedActions { action allowed } } }`,
  deliveries: `{ deliveries(filter: {}) { items { id kind status destination nextStep attempts { at outcome } } } }`,
} as const;

export type Operation = keyof typeof DOCUMENTS;
