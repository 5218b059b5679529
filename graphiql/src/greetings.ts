/** What the editor shows at the first visit: how to speak to this API, and one query that always works. */
export const publicGreeting = `# Akun OSS: API publik
#
# Bahasa pesan dan sesi diatur di tab "Headers":
#   "Accept-Language": "id"
#   "Authorization": "Bearer <token dari login>"
#
# Akun OSS: the public API
#
# Set language and session in the "Headers" tab:
#   "Accept-Language": "en"
#   "Authorization": "Bearer <token of login>"

query PasswordPolicy {
  passwordPolicy {
    name
    minLength
    maxLength
    rules
  }
}
`;

export const helpdeskGreeting = `# Akun OSS: API helpdesk, hanya untuk petugas
#
# Masuk dengan logInAgent, lalu confirmTotp.
# Bahasa pesan dan sesi diatur di tab "Headers":
#   "Accept-Language": "id"
#   "Authorization": "Bearer <token petugas>"
#
# Akun OSS: the helpdesk API, for agents only
#
# Sign in with logInAgent, then confirmTotp.
# Set language and session in the "Headers" tab:
#   "Accept-Language": "en"
#   "Authorization": "Bearer <agent's token>"

query Ready {
  __typename
}
`;
