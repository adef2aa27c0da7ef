/** The fetch client. */
export default {
  onRecord: {
    input: { target: process.env.DOCUMENT },
    output: {
      client: 'fetch',
      baseUrl: process.env.SERVICE,
      target: 'client.ts',
      tsconfig: '../tsconfig.json',
    },
  },
};
