/** Nobody's account. */
export const testAccount = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'nobody-s-token',
  sender: 'COUPDEPOUCE',
} as const;

/** The same account, for calls. */
export const testVoice = {
  accountSid: testAccount.accountSid,
  authToken: testAccount.authToken,
  apiKey: `SK${'0'.repeat(32)}`,
  apiSecret: 'nobody-s-secret-of-an-api-key-of-tests',
  place: null,
} as const;
