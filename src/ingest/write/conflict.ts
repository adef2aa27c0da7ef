import { InputError } from '../check/input-error.ts';

/** What is submitted is valid in itself, and the graph says something else under the same ids. */
export class Conflict extends InputError {}
