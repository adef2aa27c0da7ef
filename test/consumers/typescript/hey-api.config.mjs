/** The fetch client, with names of files that Node takes as they are. */
export default {
  input: process.env.DOCUMENT,
  output: { path: 'client', module: { extension: '.ts' } },
};
