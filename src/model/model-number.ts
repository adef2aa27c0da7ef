/**
 * The number of the model: which nodes, relationships and properties the graph has, and how they are derived. It moves
 * on with each change after which a graph has to be loaded anew.
 */
export const MODEL_NUMBER = 9;
