/** Nobody's account. */
export const testAccount = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'nobody-s-token',
  sender: 'COUPDEPOUCE',
} as const;
